-- Makes an offer: the first of the tickets that is still as it was read goes to the expert, and both are asked whether
-- they are ready. An expert who wishes so has accepted with that.
-- KEYS[1] the event log
-- ARGV[1] offer, [2] time to answer in ms, [3] account of the expert, [4] revision of the availability as it was read,
--      then for each ticket, best first: ticket, turn as it was read, why it fits (JSON array)
-- Answers ok + the ticket, gone + 'expert' when the expert was changed meanwhile, gone + 'tickets' when all of them were, or
-- gone + 'rooms' while it is not known what happens in rooms.
local offerId, account = ARGV[1], ARGV[3]
if now - rooms.known_until() > rooms.GAP then return reply('gone', 'rooms') end
local availability = hash(availability_key(account))
if not availability or availability.state ~= 'available' or availability.revision ~= ARGV[4]
  or (tonumber(availability.leaseUntil) <= now and not deadlines_hold()) then
  return reply('gone', 'expert')
end

for i = 5, #ARGV, 3 do
  local id = ARGV[i]
  local ticket = hash(ticket_key(id))
  if ticket and ticket.state == 'queued' and ticket.turn == ARGV[i + 1] and ticket.account ~= account
    and ticket.sandbox == availability.sandbox and not in_match(ticket.account)
    and redis.call('SISMEMBER', '{mm}:declined:' .. id, account) == 0
    and redis.call('SISMEMBER', blocks_key(account), ticket.account) == 0 then
    local expiresAt = now + tonumber(ticket.offerTime or ARGV[2])
    local offer = {
      ticket = id, expert = account, expertName = availability.name, because = ARGV[i + 2], expiresAt = expiresAt,
      accepted = availability.autoAccept == '1' and '1' or nil }
    redis.call('HSET', offer_key(offerId), 'ticket', id, 'expert', account, 'expertName', offer.expertName,
      'because', offer.because, 'madeAt', now, 'expiresAt', expiresAt, 'state', 'open')
    if offer.accepted then
      redis.call('HSET', offer_key(offerId), 'accepted', '1', 'acceptedSession', availability.session or '')
    end
    redis.call('ZADD', '{mm}:offers', expiresAt, offerId)
    redis.call('HSET', account_key(account), 'offer', offerId)
    unindex_ticket(id, ticket)
    unindex_expert(account, availability)
    if ticket.sandbox then redis.call('HSET', offer_key(offerId), 'sandbox', ticket.sandbox) end
    counted('offer:made', ticket)
    set_availability_state(account, availability, 'offered')
    event(account, 'offer', { offer = offer_view(offerId, offer, ticket) })
    move_ticket(id, ticket, 'offer', { offer = offerId })
    return reply('ok', id)
  end
end
return reply('gone', 'tickets')
