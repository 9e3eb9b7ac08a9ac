-- The expert accepts an offer. If the learner is ready already, both are in a match. Accepting it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] offer, [2] account, [3] match, [4] room, [5] the learner's peer, [6] the expert's peer,
--      [7] ms in which both have to come into the room, [8] the session that says so, '' if nobody knows
-- Answers ok + the offer, not-found, or conflict + how the offer ended.
local id = ARGV[1]
local offer = hash(offer_key(id))
if not offer or offer.expert ~= ARGV[2] then return reply('not-found') end
local ticket = hash(ticket_key(offer.ticket))
if offer.state == 'open' and not is_open(offer) then return reply('conflict', 'expired') end
if offer.state ~= 'open' and offer.state ~= 'accepted' then return reply('conflict', offer.state) end

if not offer.accepted then
  say_yes(id, offer, ticket, 'accepted', { ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8] })
end
return reply('ok', cjson.encode(offer_view(id, offer, ticket)))
