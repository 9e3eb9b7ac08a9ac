-- Ends tickets that have waited longer than a ticket may. One that is just being offered gets its chance first.
-- KEYS[1] the event log
-- ARGV[1] most tickets to end
-- Answers ok + how many ended.
local due = redis.call('ZRANGE', '{mm}:longest-waits', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
local ended = 0
for _, id in ipairs(due) do
  local ticket = hash(ticket_key(id))
  if ticket.state == 'queued' then
    unindex_ticket(id, ticket)
    close_ticket(id, ticket, 'expired')
    ended = ended + 1
  end
end
return reply('ok', tostring(ended))
