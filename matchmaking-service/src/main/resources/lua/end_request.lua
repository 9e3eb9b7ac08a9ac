-- Remembers what a try was answered, or forgets the try. Only the try that holds the claim can.
-- KEYS[1] the event log
-- ARGV[1] key, [2] claim, [3] answer, empty to forget, [4] ms to remember
-- Answers ok, or gone when another try has taken over.
local key = '{mm}:request:' .. ARGV[1]
if redis.call('HGET', key, 'claim') ~= ARGV[2] then return reply('gone') end
if ARGV[3] == '' then
  -- The try may have made something before it failed, which the next one has to find; but it may come with another body.
  redis.call('SET', '{mm}:request-seed:' .. ARGV[1], redis.call('HGET', key, 'seed'), 'PX', ARGV[4])
  redis.call('DEL', key)
else
  redis.call('HSET', key, 'answer', ARGV[3])
  redis.call('PEXPIRE', key, ARGV[4])
end
return reply('ok')
