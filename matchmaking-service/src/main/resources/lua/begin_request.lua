-- Claims a request with an Idempotency-Key for one try.
-- KEYS[1] the event log
-- ARGV[1] key, [2] fingerprint, [3] claim, [4] ms after which the try counts as dead, [5] ms to remember
-- Answers ok when it is to be done, exists + the answer it was given before, busy while another try is on it, or conflict
-- when the key came with another fingerprint.
local key = '{mm}:request:' .. ARGV[1]
local known = hash(key)
if known then
  if known.fingerprint ~= ARGV[2] then return reply('conflict') end
  if known.answer then return reply('exists', known.answer) end
  if tonumber(known.deadline) > now then return reply('busy') end
end
redis.call('HSET', key, 'fingerprint', ARGV[2], 'claim', ARGV[3], 'deadline', now + tonumber(ARGV[4]))
redis.call('PEXPIRE', key, ARGV[5])
return reply('ok')
