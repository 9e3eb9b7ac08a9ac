-- A peer is no longer in the room. Doing it twice, or after its connection was replaced, changes nothing.
-- KEYS  1 state (hash epoch, seq, n:peer)   2 peers (hash)   3 stream   4 rooms of the instance (set)
--       5 away (sorted set by deadline)   6 room events (stream)
-- ARGV  1 room  2 peer  3 its connection, or * for whichever it has  4 what became of it  5 channel
--       6, 7 message peer-left before and after its number  8 most entries of the stream
--       9 ms that an empty room is kept  10 "last" if the instance has nobody else in the room
-- Returns the number of the message | 0 the connection was not in the room

local room, peer = ARGV[1], ARGV[2]
if ARGV[10] == 'last' then
  redis.call('SREM', KEYS[4], room)
end
local own = place(redis.call('HGET', KEYS[2], peer))
if ARGV[3] ~= '*' then
  redis.call('ZREM', KEYS[5], room .. ' ' .. peer .. ' ' .. ARGV[3])
end
if not own or (own.connection ~= ARGV[3] and ARGV[3] ~= '*') then
  return 0
end
redis.call('ZREM', KEYS[5], room .. ' ' .. peer .. ' ' .. own.connection)
redis.call('HDEL', KEYS[2], peer)
redis.call('HDEL', KEYS[1], 'n:' .. peer)
local seq = append(
  KEYS[1], KEYS[3], ARGV[5], ARGV[8], peer .. ' * ' .. ARGV[4] .. ':' .. own.connection, ARGV[6], ARGV[7])

tell(KEYS[6], room, 'left', peer)
if redis.call('HLEN', KEYS[2]) == 0 then
  tell(KEYS[6], room, 'empty', peer)
  redis.call('PEXPIRE', KEYS[1], ARGV[9])
  redis.call('PEXPIRE', KEYS[3], ARGV[9])
end
return seq
