-- Ends the offers that nobody answered: the ticket goes back to its place, the silent expert's availability ends.
-- KEYS[1] the event log
-- ARGV[1] most offers to end
-- Answers ok + how many ended.
if deadlines_hold() then return reply('ok', '0') end
local due = redis.call('ZRANGE', '{mm}:offers', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, id in ipairs(due) do
  local offer = hash(offer_key(id))
  close_offer(id, offer, 'expired')
  end_availability(offer.expert, hash(availability_key(offer.expert)), 'offer-unanswered')
  return_ticket(offer.ticket)
end
return reply('ok', tostring(#due))
