-- Ends the ready checks in which somebody stayed silent. A silent expert's availability ends and a silent learner's ticket
-- is paused, both for a while; whoever said yes is asked next.
-- KEYS[1] the event log
-- ARGV[1] most offers to end, [2] pauses for misses: ms separated by commas
-- Answers ok + how many ended.
if deadlines_hold() then return reply('ok', '0') end
local due = redis.call('ZRANGE', '{mm}:offers', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, id in ipairs(due) do
  local offer = hash(offer_key(id))
  close_offer(id, offer, offer.accepted and 'not-ready' or 'expired')
  if offer.ready then
    return_ticket(offer)
  else
    local ticket = hash(ticket_key(offer.ticket))
    pause_ticket(offer.ticket, ticket, 'not-ready', miss(ticket.account, 'not-ready', offer, ticket.coolDowns or ARGV[2]))
  end
  if offer.accepted then
    free_expert(offer.expert)
  else
    local pausedUntil = miss(offer.expert, 'offer-unanswered', offer, ARGV[2])
    end_availability(offer.expert, hash(availability_key(offer.expert)), 'offer-unanswered', pausedUntil)
  end
end
return reply('ok', tostring(#due))
