-- One message of a peer gets the room's next number, is kept in the stream and carried to every instance.
-- KEYS  1 state (hash epoch, seq)   2 peers (hash)   3 stream
-- ARGV  1 sender  2 its connection  3 addressee, or * for all others  4 number up to which the sender knows the room
--       5 channel  6 message  7 most entries of the stream  8 ms that an idle room is kept
-- Returns the number | -1 the sender's connection is not in the room | -2 the addressee is not, or came in later

local own = redis.call('HGET', KEYS[2], ARGV[1])
if not own or string.match(own, '^%S+') ~= ARGV[2] then
  return -1
end
if ARGV[3] ~= '*' then
  local other = redis.call('HGET', KEYS[2], ARGV[3])
  if not other or tonumber(string.match(other, '^%S+ %S+ (%d+)')) > tonumber(ARGV[4]) then
    return -2
  end
end

local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
local entry = ARGV[1] .. ' ' .. ARGV[3] .. ' - ' .. ARGV[6]
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[7], seq .. '-0', 'entry', entry)
redis.call('PUBLISH', ARGV[5], seq .. ' ' .. entry)
if seq % 100 == 0 then
  for i = 1, 3 do
    redis.call('PEXPIRE', KEYS[i], ARGV[8])
  end
end
return seq
