-- The moves of offers and availabilities. Each keeps the hashes, the indexes and the events in step with each other.

local function close_offer(id, offer, outcome)
  redis.call('HSET', offer_key(id), 'state', outcome)
  redis.call('PEXPIRE', offer_key(id), STREAM_KEPT)
  redis.call('ZREM', '{mm}:offers', id)
  redis.call('HDEL', account_key(offer.expert), 'offer')
  changes[#changes + 1] = 'offer:' .. outcome
  event(offer.expert, 'offer-ended', { offerId = id, reason = outcome })
end

local function set_availability_state(account, availability, state)
  availability.state = state
  redis.call('HSET', availability_key(account), 'state', state)
  event(account, 'availability', { availability = availability_view(availability) })
end

-- An expert whose offer or match is over can be offered to again, as long as the availability stands.
local function free_expert(account)
  local availability = hash(availability_key(account))
  if not availability then return end
  if in_match(account) then
    set_availability_state(account, availability, 'in-call')
  else
    index_expert(account, availability)
    set_availability_state(account, availability, 'available')
  end
end

-- Takes an open offer back from its expert; the ticket is the caller's business.
local function withdraw_offer(id)
  local offer = hash(offer_key(id))
  close_offer(id, offer, 'withdrawn')
  return offer
end

local function end_availability(account, availability, reason)
  if availability.state == 'available' then unindex_expert(account, availability) end
  redis.call('DEL', availability_key(account))
  redis.call('ZREM', '{mm}:leases', account)
  local offerId = redis.call('HGET', account_key(account), 'offer')
  if offerId then return_ticket(withdraw_offer(offerId).ticket) end
  changes[#changes + 1] = 'availability:' .. reason
  event(account, 'availability-ended', { reason = reason })
end
