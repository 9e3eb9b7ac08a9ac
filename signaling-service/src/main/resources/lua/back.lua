-- A connection that had fallen silent is heard again.
-- KEYS  1 state (hash epoch, seq, n:peer)   2 peers (hash)   3 stream   4 rooms of the instance (set)
--       5 away (sorted set by deadline)
-- ARGV  1 room  2 peer  3 its connection  4 channel  5 most entries of the stream
-- Returns the number of the message | 0 it was not away | -1 the connection is not in the room

local room, peer = ARGV[1], ARGV[2]
local own = place(redis.call('HGET', KEYS[2], peer))
if not own or own.connection ~= ARGV[3] then
  return -1
end
if own.away == '0' then
  return 0
end
own.away = 0
redis.call('HSET', KEYS[2], peer, written(own))
redis.call('SADD', KEYS[4], room)
redis.call('ZREM', KEYS[5], room .. ' ' .. peer .. ' ' .. own.connection)
return append_resumed(KEYS[1], KEYS[3], ARGV[4], ARGV[5], peer .. ' * back:' .. own.connection, own.info)
