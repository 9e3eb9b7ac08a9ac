-- One message of a peer gets the room's next number, is kept in the stream and carried to the instance of its addressee. This is
-- the step that runs for every message, so it asks for as little as it can.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)   3 stream
-- ARGV  1 sender  2 its connection, or the key of its session  3 the message's number in the session, 0 for none
--       4 right that it takes  5 addressee, or * for all others  6 number up to which the sender knows the room
--       7 channels, without the instance  8, 9 message before and after its number  10 most entries of the stream
--       11 ms that an idle room is kept
-- Returns the number | 0 it was settled before | -1 the sender's connection is not in the room
--         | -2 the addressee is not, came in later, or is itself | -3 an earlier message of the session is missing
--         | -4 the sender has not that right

local sender, n = ARGV[1], tonumber(ARGV[3])
local places = redis.call('HMGET', KEYS[2], sender, ARGV[5])
local connection, instance, session, rights = string.match(places[1] or '', '^(%S+) (%S+) %d+ %d+ (%S+) (%S+) ')
if not connection or (connection ~= ARGV[2] and session ~= ARGV[2]) then
  return -1
end
local addressee, joined = string.match(places[2] or '', '^%S+ (%S+) (%d+)')
local counted, heard = 'n:' .. sender, addressee and 'i:' .. addressee or 'seq'
local state = redis.call('HMGET', KEYS[1], 'seq', counted, heard)
if n > 0 then
  local settled = tonumber(state[2] or 0)
  if n <= settled then
    return 0
  end
  if n > settled + 1 then
    return -3
  end
end

local refusal = nil
if not string.find(rights, ARGV[4], 1, true) then
  refusal = -4
elseif ARGV[5] ~= '*' and (not joined or ARGV[5] == sender or tonumber(joined) > tonumber(ARGV[6])) then
  refusal = -2
end
if refusal then
  if n > 0 then
    redis.call('HSET', KEYS[1], counted, ARGV[3])
  end
  return refusal
end

local seq = state[1] + 1
if n > 0 then
  redis.call('HSET', KEYS[1], 'seq', seq, heard, seq, counted, ARGV[3])
else
  redis.call('HSET', KEYS[1], 'seq', seq, heard, seq)
end
-- Long texts are what costs most here, so there is one for the stream and the addressee.
local last = state[3] or '0'
local entry = last .. ' ' .. seq .. ' ' .. sender .. ' ' .. ARGV[5] .. ' - ' .. ARGV[8] .. seq .. ARGV[9]
keep(KEYS[3], ARGV[10], seq, entry)
if addressee then
  redis.call(PUBLISH, ARGV[7] .. addressee, entry)
else
  carry(KEYS[1], ARGV[7], instances_of(KEYS[2]), seq, string.sub(entry, #last + 1))
end
-- The sender's instance knows the number from the reply, unless the message came by request.
if addressee and connection ~= ARGV[2] and instance ~= addressee then
  carry(KEYS[1], ARGV[7], { instance }, seq, string.sub(entry, #last + 1))
end
if seq % 100 == 0 then
  for i = 1, 3 do
    redis.call('PEXPIRE', KEYS[i], ARGV[11])
  end
end
return seq
