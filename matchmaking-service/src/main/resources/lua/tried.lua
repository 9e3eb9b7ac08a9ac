-- Crosses a ticket or an expert off the list of those that nobody has tried to match; what is only held back for a while
-- is to be tried again then.
-- KEYS[1] the event log
-- ARGV[1] member of the list, [2] ms until it is to be tried again, or ''
-- Answers ok.
local was = redis.call('ZREM', '{mm}:untried', ARGV[1])
if was == 1 and ARGV[2] ~= '' then redis.call('ZADD', '{mm}:held', now + tonumber(ARGV[2]), ARGV[1]) end
return reply('ok')
