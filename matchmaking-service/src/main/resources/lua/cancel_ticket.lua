-- Cancels a ticket that is not matched yet; an open offer of it is withdrawn. Cancelling it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account of its learner or integrator
-- Answers ok + the ticket, not-found, or conflict + the state that forbids it.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or not owns(ticket, ARGV[2]) then return reply('not-found') end

if ticket.state == 'queued' then
  unindex_ticket(id, ticket)
  close_ticket(id, ticket, 'cancelled', 'by-learner')
elseif ticket.state == 'offered' then
  local offer = withdraw_offer(ticket.offer)
  close_ticket(id, ticket, 'cancelled', 'by-learner')
  free_expert(offer.expert)
elseif ticket.state == 'paused' then
  close_ticket(id, ticket, 'cancelled', 'by-learner')
elseif ticket.state ~= 'cancelled' then
  return reply('conflict', ticket.state)
end
return reply('ok', cjson.encode(ticket_view(id, ticket, ARGV[2])))
