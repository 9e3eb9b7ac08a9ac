-- Accepts an offer: learner and expert are in a match. Accepting it again answers the same match.
-- KEYS[1] the event log
-- ARGV[1] offer, [2] account, [3] match, [4] room, [5] the learner's peer, [6] the expert's peer,
--      [7] ms in which both have to come into the room
-- Answers ok + the match as the expert sees it, not-found, or conflict + how the offer ended.
local account = ARGV[2]
local offer = hash(offer_key(ARGV[1]))
if not offer or offer.expert ~= account then return reply('not-found') end
if offer.state == 'accepted' then
  return reply('ok', cjson.encode(match_view(offer.match, hash(match_key(offer.match)), account)))
end
if offer.state ~= 'open' then return reply('conflict', offer.state) end
if tonumber(offer.expiresAt) <= now and not deadlines_hold() then return reply('conflict', 'expired') end

local matchId, ticketId = ARGV[3], offer.ticket
local ticket = hash(ticket_key(ticketId))
local match = {
  ticket = ticketId, learner = ticket.account, expert = account, learnerName = ticket.name,
  expertName = redis.call('HGET', availability_key(account), 'name'), field = ticket.field,
  fieldName = ticket.fieldName, problem = ticket.problem, because = offer.because, startedAt = now,
  showUntil = now + tonumber(ARGV[7]), state = 'matched', room = ARGV[4], learnerPeer = ARGV[5], expertPeer = ARGV[6] }
local flat = {}
for name, value in pairs(match) do flat[#flat + 1] = name; flat[#flat + 1] = value end
redis.call('HSET', match_key(matchId), unpack(flat))
redis.call('SET', '{mm}:room:' .. match.room, matchId)
redis.call('ZADD', '{mm}:matches', match.showUntil, matchId)

redis.call('HSET', offer_key(ARGV[1]), 'match', matchId)
close_offer(ARGV[1], offer, 'accepted')
leave_queue(ticketId, ticket)
redis.call('HSET', ticket_key(ticketId), 'matchId', matchId)
ticket.matchId = matchId
set_ticket_state(ticketId, ticket, 'matched')
changes[#changes + 1] = 'match:begun'
changes[#changes + 1] = 'waited:' .. (now - tonumber(ticket.createdAt))
count_taken(account)
for _, participant in ipairs({ match.learner, match.expert }) do
  enter_match(participant, matchId)
  event(participant, 'match', { match = match_view(matchId, match, participant) })
end
return reply('ok', cjson.encode(match_view(matchId, match, account)))
