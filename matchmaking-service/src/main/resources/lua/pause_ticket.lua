-- Pauses a waiting ticket, which keeps its place; an open offer of it is withdrawn. Pausing it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account
-- Answers ok + the ticket, not-found, or conflict + the state that forbids it.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or ticket.account ~= ARGV[2] then return reply('not-found') end

if ticket.state == 'queued' then
  unindex_ticket(id, ticket)
  pause_ticket(id, ticket, 'by-learner', now)
elseif ticket.state == 'offered' then
  local offer = withdraw_offer(ticket.offer)
  pause_ticket(id, ticket, 'by-learner', now)
  free_expert(offer.expert)
elseif ticket.state ~= 'paused' then
  return reply('conflict', ticket.state)
end
return reply('ok', cjson.encode(ticket_view(id, ticket)))
