-- A connection broke or fell silent: its page may come back until the window ends.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)   3 stream
-- ARGV  1 peer  2 its connection  3 channels, without the instance  4, 5 message peer-reconnecting before and after its number
--       6 most entries of the stream  7 the end of its window, which is on the list already
-- Returns the number of the message | 0 the connection was not in the room, or away already

local peer = ARGV[1]
local own = place(redis.call('HGET', KEYS[2], peer))
if not own or own.connection ~= ARGV[2] or own.away ~= '0' then
  return 0
end
own.away = ARGV[7]
redis.call('HSET', KEYS[2], peer, written(own))
return append(
  KEYS[1], KEYS[3], ARGV[3], instances_of(KEYS[2]), ARGV[6], peer .. ' * away:' .. own.connection, ARGV[4], ARGV[5])
