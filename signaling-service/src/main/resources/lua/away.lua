-- A connection broke or fell silent: its page may come back until the window ends.
-- KEYS  1 state (hash epoch, seq, n:peer)   2 peers (hash)   3 stream   4 rooms of the instance (set)
--       5 away (sorted set by deadline)   6 clock (hash at, idle)
-- ARGV  1 room  2 peer  3 its connection  4 channel  5, 6 message peer-reconnecting before and after its
--       number  7 most entries of the stream  8 ms of the window  9 "last" if the instance has nobody else in the room
-- Returns the number of the message | 0 the connection was not in the room, or away already

local room, peer = ARGV[1], ARGV[2]
if ARGV[9] == 'last' then
  redis.call('SREM', KEYS[4], room)
end
local own = place(redis.call('HGET', KEYS[2], peer))
if not own or own.connection ~= ARGV[3] or own.away ~= '0' then
  return 0
end
local deadline = now() - tonumber(redis.call('HGET', KEYS[6], 'idle') or 0) + tonumber(ARGV[8])
own.away = deadline
redis.call('HSET', KEYS[2], peer, written(own))
redis.call('ZADD', KEYS[5], deadline, room .. ' ' .. peer .. ' ' .. own.connection)
return append(KEYS[1], KEYS[3], ARGV[4], ARGV[7], peer .. ' * away:' .. own.connection, ARGV[5], ARGV[6])
