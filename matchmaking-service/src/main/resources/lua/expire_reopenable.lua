-- Lets failed tickets that nobody has reopened in time give up their places.
-- KEYS[1] the event log
-- ARGV[1] most tickets
-- Answers ok + how many there were.
if deadlines_hold() then return reply('ok', '0') end
return reply('ok', each_due_ticket('{mm}:reopenable', ARGV[1], function(id, ticket)
  redis.call('ZREM', '{mm}:reopenable', id)
  leave_queue(id, ticket)
  redis.call('DEL', '{mm}:declined:' .. id)
  if not any_deleted(ticket.createdAt, ticket.account) then record('ticket-over', ticket_record(id, ticket), ticket) end
end))
