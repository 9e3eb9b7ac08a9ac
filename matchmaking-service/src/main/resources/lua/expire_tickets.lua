-- Ends tickets that have waited longer than a ticket may. One that is just being offered gets its chance first.
-- KEYS[1] the event log
-- ARGV[1] most tickets to end
-- Answers ok + how many were due.
if deadlines_hold() then return reply('ok', '0') end
return reply('ok', each_due_ticket('{mm}:longest-waits', ARGV[1], function(id, ticket)
  if ticket.state == 'offered' then
    redis.call('ZADD', '{mm}:longest-waits', redis.call('HGET', offer_key(ticket.offer), 'expiresAt') + 1, id)
  else
    detach_ticket(id, ticket)
    close_ticket(id, ticket, 'expire', 'waited-too-long')
  end
end))
