-- One message of a peer gets the room's next number, is kept in the stream and carried to every instance.
-- KEYS  1 state (hash epoch, seq, n:peer)   2 peers (hash)   3 stream
-- ARGV  1 sender  2 its connection, or the key of its session  3 the message's number in the session, 0 for none
--       4 right that it takes  5 addressee, or * for all others  6 number up to which the sender knows the room
--       7 channel  8 message  9 most entries of the stream  10 ms that an idle room is kept
-- Returns the number | 0 it was settled before | -1 the sender's connection is not in the room
--         | -2 the addressee is not, came in later, or is itself | -3 an earlier message of the session is missing
--         | -4 the sender has not that right

local own = place(redis.call('HGET', KEYS[2], ARGV[1]))
if not own or (own.connection ~= ARGV[2] and own.session ~= ARGV[2]) then
  return -1
end
local n = tonumber(ARGV[3])
if n > 0 then
  local settled = tonumber(redis.call('HGET', KEYS[1], 'n:' .. ARGV[1]) or 0)
  if n <= settled then
    return 0
  end
  if n > settled + 1 then
    return -3
  end
  redis.call('HSET', KEYS[1], 'n:' .. ARGV[1], n)
end
if not string.find(own.rights, ARGV[4], 1, true) then
  return -4
end
if ARGV[5] ~= '*' then
  local other = place(redis.call('HGET', KEYS[2], ARGV[5]))
  if not other or ARGV[5] == ARGV[1] or tonumber(other.joined) > tonumber(ARGV[6]) then
    return -2
  end
end

local seq = append(KEYS[1], KEYS[3], ARGV[7], ARGV[9], ARGV[1] .. ' ' .. ARGV[5] .. ' - ' .. ARGV[8])
if seq % 100 == 0 then
  for i = 1, 3 do
    redis.call('PEXPIRE', KEYS[i], ARGV[10])
  end
end
return seq
