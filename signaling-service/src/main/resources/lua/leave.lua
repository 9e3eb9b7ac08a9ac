-- A peer is no longer in the room. Doing it twice, or after its connection was replaced, changes nothing.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)   3 stream   4 events (list, see shared.lua)
-- ARGV  1 peer  2 its connection, or * for whichever it has  3 only if it is away until then, or "" in any case
--       4 what became of it  5 channels, without the instance  6, 7 message peer-left before and after its number
--       8 most entries of the stream  9 ms that an empty room is kept  10 ms that an idle room is kept
-- Returns {the number of the message | 0 the connection was not in the room, ended window, {events not handed on yet...}}

local peer = ARGV[1]
local own = place(redis.call('HGET', KEYS[2], peer))
local isMeant = own and (own.connection == ARGV[2] or ARGV[2] == '*') and (own.away == ARGV[3] or ARGV[3] == '')
if not isMeant then
  return { 0, '', redis.call('LRANGE', KEYS[4], 0, -1) }
end
local instances = instances_of(KEYS[2])
redis.call('HDEL', KEYS[2], peer)
redis.call('HDEL', KEYS[1], 'n:' .. peer)
local seq = append(
  KEYS[1], KEYS[3], ARGV[5], instances, ARGV[8], peer .. ' * ' .. ARGV[4] .. ':' .. own.connection, ARGV[6], ARGV[7])

if redis.call('HLEN', KEYS[2]) == 0 then
  tell(KEYS[1], KEYS[4], peer, 'left empty', ARGV[9])
  redis.call('PEXPIRE', KEYS[1], ARGV[9])
  redis.call('PEXPIRE', KEYS[3], ARGV[9])
else
  tell(KEYS[1], KEYS[4], peer, 'left', ARGV[10])
end
return { seq, window(own), redis.call('LRANGE', KEYS[4], 0, -1) }
