-- A page whose connection broke comes back with its session, to this or another instance, and gets what it missed.
-- KEYS  1 state (hash epoch, seq, n:peer)   2 peers (hash)   3 stream   4 ended (tombstone)   5 removed (set of peers)
--       6 rooms of the instance (set)   7 away (sorted set by deadline)
--       8 instances (sorted set by the time of the last beat, ms)
-- ARGV  1 room  2 peer  3 new connection  4 instance  5 session key  6 epoch  7 last number that the page has
--       8 channel  9 most entries of the stream  10 ms that an idle room is kept
-- Returns {"ended"} | {"removed"} | {"unknown"} | {"resumed", seq, last settled message of the page,
--         {away, other as JSON...}, {{id, {field, entry}}...}}

local room, peer, last = ARGV[1], ARGV[2], tonumber(ARGV[7])

if redis.call('EXISTS', KEYS[4]) == 1 then
  return { 'ended' }
end
if redis.call('SISMEMBER', KEYS[5], peer) == 1 then
  return { 'removed' }
end
local own = place(redis.call('HGET', KEYS[2], peer))
local state = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'n:' .. peer)
if not own or own.session ~= ARGV[5] or state[1] ~= ARGV[6] or tonumber(state[2]) < last then
  return { 'unknown' }
end
local missed = {}
if tonumber(state[2]) > last then
  missed = redis.call('XRANGE', KEYS[3], (last + 1) .. '-0', '+')
  -- What fell out of the stream is gone; better to say so than to leave a hole.
  if not missed[1] or missed[1][1] ~= (last + 1) .. '-0' then
    return { 'unknown' }
  end
end

local to = own.away == '0' and '-' or '*'
redis.call('ZREM', KEYS[7], room .. ' ' .. peer .. ' ' .. own.connection)
local seq = append_resumed(
  KEYS[1], KEYS[3], ARGV[8], ARGV[9], peer .. ' ' .. to .. ' moved:' .. own.connection, own.info)
own.connection, own.instance, own.away = ARGV[3], ARGV[4], 0
redis.call('HSET', KEYS[2], peer, written(own))
redis.call('SADD', KEYS[6], room)
redis.call('PEXPIRE', KEYS[6], ARGV[10])
for i = 1, 3 do
  redis.call('PEXPIRE', KEYS[i], ARGV[10])
end
redis.call('ZADD', KEYS[8], 'NX', now(), ARGV[4])

return { 'resumed', seq, tonumber(state[3] or 0), others_of(KEYS[2], peer), missed }
