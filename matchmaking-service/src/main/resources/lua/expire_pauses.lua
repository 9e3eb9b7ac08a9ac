-- Ends the tickets that have been paused for longer than a ticket may.
-- KEYS[1] the event log
-- ARGV[1] most tickets to end
-- Answers ok + how many ended.
if deadlines_hold() then return reply('ok', '0') end
local due = redis.call('ZRANGE', '{mm}:pauses', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, id in ipairs(due) do
  local ticket = hash(ticket_key(id))
  detach_ticket(id, ticket)
  close_ticket(id, ticket, 'expire', 'paused-too-long')
end
return reply('ok', tostring(#due))
