-- Cancels a ticket that is not matched yet; an open offer of it is withdrawn. Cancelling it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account of its learner or integrator, [3] revisions that the caller means, empty for any
-- Answers ok + the ticket, not-found, stale when the ticket has another revision, or conflict + the state that forbids it.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or not owns(ticket, ARGV[2]) then return reply('not-found') end
if is_stale(ticket, ARGV[3]) then return reply('stale') end
if ticket.state ~= 'cancelled' and not cancel_ticket(id, ticket, 'by-learner') then
  return reply('conflict', ticket.state)
end
return reply('ok', cjson.encode(ticket_view(id, ticket, ARGV[2])))
