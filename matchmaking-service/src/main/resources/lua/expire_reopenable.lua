-- Lets failed tickets that nobody has reopened in time give up their places.
-- KEYS[1] the event log
-- ARGV[1] most tickets
-- Answers ok + how many there were.
if deadlines_hold() then return reply('ok', '0') end
local due = redis.call('ZRANGE', '{mm}:reopenable', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, id in ipairs(due) do
  redis.call('ZREM', '{mm}:reopenable', id)
  local ticket = hash(ticket_key(id))
  leave_queue(id, ticket)
  redis.call('DEL', '{mm}:declined:' .. id)
  record('ticket-over', ticket_record(id, ticket), ticket)
end
return reply('ok', tostring(#due))
