-- Ends the tickets that have been paused for longer than a ticket may.
-- KEYS[1] the event log
-- ARGV[1] most tickets to end
-- Answers ok + how many ended.
if deadlines_hold() then return reply('ok', '0') end
return reply('ok', each_due_ticket('{mm}:pauses', ARGV[1], function(id, ticket)
  detach_ticket(id, ticket)
  close_ticket(id, ticket, 'expire', 'paused-too-long')
end))
