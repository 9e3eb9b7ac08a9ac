-- Messages of peers, each of which gets its room's next number, is kept in the stream and carried to the instance of its
-- addressee. This is the step that runs for every message, so it asks for as little as it can.
-- KEYS  of each message: state (hash, see shared.lua), peers (hash), stream
-- ARGV  1 most entries of a stream  2 ms that an idle room is kept, then of each message:
--       sender, its connection or the key of its session, the message's number in the session or 0 for none,
--       right that it takes, addressee or * for all others, number up to which the sender knows the room,
--       channels without the instance, message before its number, message after its number
-- Returns of each message its number | 0 it was settled before | -1 the sender's connection is not in the room
--         | -2 the addressee is not, came in later, or is itself | -3 an earlier message of the session is missing
--         | -4 the sender has not that right | an error, of this message alone

local MOST, KEPT = ARGV[1], ARGV[2]

local function take(state, peers, stream, sender, proof, number, right, to, seen, channels, before, after)
  local n = tonumber(number)
  local places = redis.call('HMGET', peers, sender, to)
  local connection, instance, session, rights = string.match(places[1] or '', '^(%S+) (%S+) %d+ %d+ (%S+) (%S+) ')
  if not connection or (connection ~= proof and session ~= proof) then
    return -1
  end
  local addressee, joined = string.match(places[2] or '', '^%S+ (%S+) (%d+)')
  local counted, heard = 'n:' .. sender, addressee and 'i:' .. addressee or 'seq'
  local known = redis.call('HMGET', state, 'seq', counted, heard)
  if n > 0 then
    local settled = tonumber(known[2] or 0)
    if n <= settled then
      return 0
    end
    if n > settled + 1 then
      return -3
    end
  end

  local refusal = nil
  if not string.find(rights, right, 1, true) then
    refusal = -4
  elseif to ~= '*' and (not joined or to == sender or tonumber(joined) > tonumber(seen)) then
    refusal = -2
  end
  if refusal then
    if n > 0 then
      redis.call('HSET', state, counted, number)
    end
    return refusal
  end

  local seq = known[1] + 1
  if n > 0 then
    redis.call('HSET', state, 'seq', seq, heard, seq, counted, number)
  else
    redis.call('HSET', state, 'seq', seq, heard, seq)
  end
  -- Long texts are what costs most here, so there is one for the stream and the addressee.
  local last = known[3] or '0'
  local entry = last .. ' ' .. seq .. ' ' .. sender .. ' ' .. to .. ' - ' .. before .. seq .. after
  keep(state, stream, MOST, seq, entry)
  if addressee then
    redis.call(PUBLISH, channels .. addressee, entry)
  else
    carry(state, channels, instances_of(peers), seq, string.sub(entry, #last + 1))
  end
  -- The sender's instance knows the number from the reply, unless the message came by request.
  if addressee and connection ~= proof and instance ~= addressee then
    carry(state, channels, { instance }, seq, string.sub(entry, #last + 1))
  end
  if seq % 100 == 0 then
    for _, key in ipairs({ state, peers, stream }) do
      redis.call('PEXPIRE', key, KEPT)
    end
  end
  return seq
end

local numbers = {}
for i = 1, #KEYS / 3 do
  local key, argument = 3 * i - 2, 9 * i - 6
  local _, outcome = pcall(take, KEYS[key], KEYS[key + 1], KEYS[key + 2], unpack(ARGV, argument, argument + 8))
  numbers[i] = outcome
end
return numbers
