-- Keeps an availability alive.
-- KEYS[1] the event log
-- ARGV[1] account, [2] lease in ms, [3] the session that it is of from now on, '' if nobody knows
-- Answers ok + the availability, or not-found when there is none (any more).
local availability = hash(availability_key(ARGV[1]))
if not availability then return reply('not-found') end
availability.leaseUntil = now + tonumber(ARGV[2])
redis.call('HSET', availability_key(ARGV[1]), 'leaseUntil', availability.leaseUntil, 'session', ARGV[3])
redis.call('ZADD', '{mm}:leases', availability.leaseUntil, ARGV[1])
return reply('ok', cjson.encode(availability_view(availability)))
