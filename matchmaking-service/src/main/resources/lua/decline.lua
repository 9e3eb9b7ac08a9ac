-- Declines an offer: the ticket goes back to its place and never to this expert again. Declining it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] offer, [2] account
-- Answers ok, not-found, or conflict + how the offer ended.
local offer = hash(offer_key(ARGV[1]))
if not offer or offer.expert ~= ARGV[2] then return reply('not-found') end
if offer.state == 'declined' then return reply('ok') end
if offer.state ~= 'open' then return reply('conflict', offer.state) end

redis.call('SADD', '{mm}:declined:' .. offer.ticket, ARGV[2])
close_offer(ARGV[1], offer, 'declined')
free_expert(ARGV[2])
return_ticket(offer.ticket)
return reply('ok')
