-- The moves of an offer. Each keeps the hashes, the indexes and the events in step with each other.

-- Whether an offer can still be answered.
local function is_open(offer)
  return offer.state == 'open' and (tonumber(offer.expiresAt) > now or deadlines_hold())
end

-- Ends an offer, and writes what else is known of it by then: names and values in turn.
local function close_offer(id, offer, outcome, ...)
  redis.call('HSET', offer_key(id), 'state', outcome, ...)
  redis.call('PEXPIRE', offer_key(id), STREAM_KEPT)
  redis.call('ZREM', '{mm}:offers', id)
  redis.call('HDEL', account_key(offer.expert), 'offer')
  counted('offer:' .. outcome, offer)
  event(offer.expert, 'offer-ended', { offerId = id, reason = outcome })
end

-- Takes an open offer back from its expert; the ticket is the caller's business.
local function withdraw_offer(id)
  local offer = hash(offer_key(id))
  close_offer(id, offer, 'withdrawn')
  return offer
end

-- Takes a ticket out of what its state has put it into: sight of the matcher, an open offer, the list of pauses. Answers
-- the expert of the offer, who is to be freed once the ticket has moved.
local function detach_ticket(id, ticket)
  if ticket.state == 'queued' then
    unindex_ticket(id, ticket)
  elseif ticket.state == 'offered' then
    return withdraw_offer(ticket.offer).expert
  elseif ticket.state == 'paused' then
    redis.call('ZREM', '{mm}:pauses', id)
  end
end

-- Ends an availability; an open offer goes back to the queue. One that ends for a miss says until when to pause (ms).
local function end_availability(account, availability, reason, coolingUntil)
  local offerId = redis.call('HGET', account_key(account), 'offer')
  local offer = offerId and withdraw_offer(offerId)
  close_availability(account, availability, reason, coolingUntil)
  if offer then return_ticket(offer) end
end

-- The expert does not want a ticket, about an offer or a match of it, and never gets it again. So many declines an hour are free;
-- one more costs the availability for a while. Answers whether it did.
local function turn_down(ticketId, account, about, free, pauses)
  redis.call('SADD', '{mm}:declined:' .. ticketId, account)
  if not too_many_declines(account, free) then return false end
  local pausedUntil = miss(account, 'too-many-declines', about, pauses)
  local availability = hash(availability_key(account))
  if availability then end_availability(account, availability, 'too-many-declines', pausedUntil) end
  return true
end

-- Cancels a ticket that is not matched yet; an open offer of it is withdrawn. False when it is matched, or over.
local function cancel_ticket(id, ticket, reason)
  if not may(ticket, 'cancel') then return false end
  local expert = detach_ticket(id, ticket)
  close_ticket(id, ticket, 'cancel', reason)
  if expert then free_expert(expert) end
  return true
end
