-- Ends the ready checks in which somebody stayed silent. A silent expert's availability ends and a silent learner's ticket
-- is paused; whoever said yes is asked next.
-- KEYS[1] the event log
-- ARGV[1] most offers to end
-- Answers ok + how many ended.
if deadlines_hold() then return reply('ok', '0') end
local due = redis.call('ZRANGE', '{mm}:offers', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, id in ipairs(due) do
  local offer = hash(offer_key(id))
  close_offer(id, offer, offer.accepted and 'not-ready' or 'expired')
  if offer.ready then
    return_ticket(offer.ticket)
  else
    pause_ticket(offer.ticket, hash(ticket_key(offer.ticket)), 'not-ready', now)
  end
  if offer.accepted then
    free_expert(offer.expert)
  else
    end_availability(offer.expert, hash(availability_key(offer.expert)), 'offer-unanswered')
  end
end
return reply('ok', tostring(#due))
