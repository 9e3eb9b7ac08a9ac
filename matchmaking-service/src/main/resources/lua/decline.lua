-- Declines an offer: the ticket goes back to its place and never to this expert again. So many an hour are free; after one
-- more the availability ends for a while. Declining it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] offer, [2] account, [3] how many declines are free within an hour, [4] pauses for misses: ms separated by commas
-- Answers ok, not-found, or conflict + how the offer ended.
local account = ARGV[2]
local offer = hash(offer_key(ARGV[1]))
if not offer or offer.expert ~= account then return reply('not-found') end
if offer.state == 'declined' then return reply('ok') end
if offer.state ~= 'open' then return reply('conflict', offer.state) end

close_offer(ARGV[1], offer, 'declined')
if not turn_down(offer.ticket, account, offer, ARGV[3], ARGV[4]) then free_expert(account) end
return_ticket(offer)
return reply('ok')
