-- A connection that had fallen silent is heard again.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)   3 stream
-- ARGV  1 peer  2 its connection  3 channels, without the instance  4 most entries of the stream
-- Returns {the number of the message, ended window} | {0 it was not away, ""} | {-1 the connection is not in the room, ""}

local peer = ARGV[1]
local own = place(redis.call('HGET', KEYS[2], peer))
if not own or own.connection ~= ARGV[2] then
  return { -1, '' }
end
if own.away == '0' then
  return { 0, '' }
end
local ended = window(own)
own.away = 0
redis.call('HSET', KEYS[2], peer, written(own))
local seq = append_resumed(
  KEYS[1], KEYS[3], ARGV[3], instances_of(KEYS[2]), ARGV[4], peer .. ' * back:' .. own.connection, own.info)
return { seq, ended }
