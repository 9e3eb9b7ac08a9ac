-- Puts what was held back long enough on the list of those that nobody has tried to match.
-- KEYS[1] the event log
-- ARGV[1] most tickets and experts at once
-- Answers ok + how many there were.
local due = redis.call('ZRANGE', '{mm}:held', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, member in ipairs(due) do
  redis.call('ZREM', '{mm}:held', member)
  to_try(member)
end
return reply('ok', tostring(#due))
