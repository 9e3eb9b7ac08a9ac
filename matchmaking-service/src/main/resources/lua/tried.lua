-- Crosses a ticket or an expert off the list of those that nobody has tried to match.
-- KEYS[1] the event log
-- ARGV[1] member of the list
-- Answers ok.
redis.call('ZREM', '{mm}:untried', ARGV[1])
return reply('ok')
