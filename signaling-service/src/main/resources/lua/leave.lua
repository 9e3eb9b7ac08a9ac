-- A connection is no longer in the room. Doing it twice, or after it was replaced, changes nothing.
-- KEYS  1 state (hash epoch, seq)   2 peers (hash)   3 stream   4 rooms of the instance (set)   5 room events (stream)
-- ARGV  1 room  2 peer  3 its connection  4 reason  5 channel  6 message peer-left  7 most entries of the stream
--       8 ms that an empty room is kept  9 "last" if the instance has nobody else in the room
-- Returns the number of the message | 0 the connection was not in the room

if ARGV[9] == 'last' then
  redis.call('SREM', KEYS[4], ARGV[1])
end
local own = redis.call('HGET', KEYS[2], ARGV[2])
if not own or string.match(own, '^%S+') ~= ARGV[3] then
  return 0
end
redis.call('HDEL', KEYS[2], ARGV[2])

local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
local entry = ARGV[2] .. ' * ' .. ARGV[4] .. ':' .. ARGV[3] .. ' ' .. ARGV[6]
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[7], seq .. '-0', 'entry', entry)
redis.call('PUBLISH', ARGV[5], seq .. ' ' .. entry)

local time = redis.call('TIME')
local at = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
local function tell(event)
  redis.call(
    'XADD', KEYS[5], 'MAXLEN', '~', 100000, '*', 'room', ARGV[1], 'event', event, 'peer', ARGV[2], 'at', at)
end
tell('left')
if redis.call('HLEN', KEYS[2]) == 0 then
  tell('empty')
  redis.call('PEXPIRE', KEYS[1], ARGV[8])
  redis.call('PEXPIRE', KEYS[3], ARGV[8])
end
return seq
