-- Claims a request with an Idempotency-Key for one try.
-- KEYS[1] the event log
-- ARGV[1] key, [2] fingerprint, [3] claim, [4] ms after which the try counts as dead, [5] ms to remember
-- Answers ok + the seed that all tries of the request have in common when it is to be done, exists + the answer it was given
-- before, busy while another try is on it, or conflict when the key came with another fingerprint.
local key = '{mm}:request:' .. ARGV[1]
local known = hash(key)
local seed
if known then
  if known.fingerprint ~= ARGV[2] then return reply('conflict') end
  if known.answer then return reply('exists', known.answer) end
  if tonumber(known.deadline) > now then return reply('busy') end
  -- A try of the version before has no seed: what it made has an id that follows from the key.
  seed = known.seed or ARGV[1]
else
  seed = redis.call('GET', '{mm}:request-seed:' .. ARGV[1]) or ARGV[3]
end
redis.call('HSET', key, 'fingerprint', ARGV[2], 'claim', ARGV[3], 'deadline', now + tonumber(ARGV[4]), 'seed', seed)
redis.call('PEXPIRE', key, ARGV[5])
return reply('ok', seed)
