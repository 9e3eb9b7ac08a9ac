-- Reads all that is open for an account, and where in the event log that was true.
-- KEYS[1] the event log
-- ARGV[1] account
-- Answers ok + rows {position}, {standing (JSON)}.
local account = ARGV[1]
local held = hash(account_key(account)) or {}
local standing = { type = 'standing', ticket = cjson.null, availability = cjson.null, offer = cjson.null, match = cjson.null,
  coolingUntil = cjson.null, at = iso(now) }
local ticket = held.ticket and hash(ticket_key(held.ticket))
if ticket then standing.ticket = ticket_view(held.ticket, ticket) end
local pausedUntil = cooling_until(account)
if pausedUntil then standing.coolingUntil = iso(pausedUntil) end
local availability = hash(availability_key(account))
if availability then standing.availability = availability_view(availability) end
if held.offer then
  local offer = hash(offer_key(held.offer))
  standing.offer = offer_view(held.offer, offer, hash(ticket_key(offer.ticket)))
end
local unrated = newest_unrated(account)
if unrated then standing.toRate = match_view(unrated, hash(match_key(unrated)), account) end
if held.match then standing.match = match_view(held.match, hash(match_key(held.match)), account) end
return reply('ok', { { position() }, { cjson.encode(standing) } })
