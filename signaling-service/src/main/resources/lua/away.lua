-- A connection broke or fell silent, or its page is closing: it may come back until the window ends.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)   3 stream
-- ARGV  1 peer  2 its connection  3 channels, without the instance  4, 5 message peer-reconnecting before and after its number
--       6 most entries of the stream  7 the end of its window, which is on the list already
--       8 "away" | "closing" the page is closing: its window ends no later than that, and whoever holds the connection closes it
-- Returns the end of the window that it has now | "" the connection is not in the room

local peer = ARGV[1]
local own = place(redis.call('HGET', KEYS[2], peer))
if not own or own.connection ~= ARGV[2] then
  return ''
end
local isAway = own.away ~= '0'
if isAway and (ARGV[8] == 'away' or tonumber(own.away) < tonumber(ARGV[7])) then
  return own.away
end
own.away = ARGV[7]
redis.call('HSET', KEYS[2], peer, written(own))
local about = ARGV[8] .. ':' .. own.connection
if isAway then
  redis.call(PUBLISH, ARGV[3] .. own.instance, '0 0 ' .. peer .. ' - ' .. about .. ' ')
else
  append(KEYS[1], KEYS[3], ARGV[3], instances_of(KEYS[2]), ARGV[6], peer .. ' * ' .. about, ARGV[4], ARGV[5])
end
return own.away
