-- The moves that several steps share. Each keeps the hashes, the indexes and the events in step with each other.

-- The index keys of codes and languages: a ticket is filed under every prefix of its code, an expert under the code itself.
local function each_index(kind, codes, languages, visit)
  for _, code in ipairs(codes) do
    for _, language in ipairs(languages) do visit('{mm}:' .. kind .. ':' .. code .. ':' .. language) end
  end
end

local function prefixes(code)
  local list = {}
  for length = 2, #code do list[#list + 1] = string.sub(code, 1, length) end
  return list
end

local function codes_of(availability)
  local codes = {}
  for _, field in ipairs(cjson.decode(availability.fields)) do codes[#codes + 1] = field.code end
  return codes
end

local function to_try(member)
  redis.call('ZADD', '{mm}:untried', now, member)
  work[#work + 1] = member
end

-- Offers the ticket to the matcher. The turn is the fence: a claim that knows an older turn is refused.
local function index_ticket(id, ticket)
  ticket.turn = redis.call('HINCRBY', ticket_key(id), 'turn', 1)
  each_index('tickets', prefixes(ticket.field), cjson.decode(ticket.languages), function(key)
    redis.call('ZADD', key, ticket.seq, id)
  end)
  to_try('t:' .. id .. ':' .. ticket.turn)
end

local function unindex_ticket(id, ticket)
  each_index('tickets', prefixes(ticket.field), cjson.decode(ticket.languages), function(key)
    redis.call('ZREM', key, id)
  end)
  redis.call('ZREM', '{mm}:untried', 't:' .. id .. ':' .. ticket.turn)
end

-- Offers the expert to the matcher. The revision is the fence.
local function index_expert(account, availability)
  availability.revision = redis.call('INCR', '{mm}:seq')
  redis.call('HSET', availability_key(account), 'revision', availability.revision)
  each_index('experts', codes_of(availability), cjson.decode(availability.languages), function(key)
    redis.call('ZADD', key, availability.since, account)
  end)
  to_try('e:' .. account .. ':' .. availability.revision)
end

local function unindex_expert(account, availability)
  each_index('experts', codes_of(availability), cjson.decode(availability.languages), function(key)
    redis.call('ZREM', key, account)
  end)
  redis.call('ZREM', '{mm}:untried', 'e:' .. account .. ':' .. availability.revision)
end

local function in_match(account)
  return redis.call('HEXISTS', account_key(account), 'match') == 1
end

local function set_ticket_state(id, ticket, state)
  ticket.state = state
  redis.call('HSET', ticket_key(id), 'state', state)
  changes[#changes + 1] = 'ticket:' .. state
  event(ticket.account, 'ticket', { ticket = ticket_view(id, ticket) })
end

-- The ticket gives up its place for good; those behind it move up.
local function leave_queue(id, ticket)
  local waiting = '{mm}:waiting:' .. ticket.field
  local rank = redis.call('ZRANK', waiting, id)
  redis.call('ZREM', '{mm}:longest-waits', id)
  if not rank then return end
  redis.call('ZREM', waiting, id)
  if redis.call('ZCARD', waiting) > rank then
    redis.call('XADD', LOG, 'MAXLEN', '~', LOG_LENGTH, '*', 'field', ticket.field, 'rank', rank)
  end
end

-- The ticket is over: nobody holds it any more.
local function close_ticket(id, ticket, state)
  leave_queue(id, ticket)
  redis.call('HDEL', account_key(ticket.account), 'ticket')
  redis.call('PEXPIRE', ticket_key(id), KEPT)
  redis.call('DEL', '{mm}:declined:' .. id)
  set_ticket_state(id, ticket, state)
end

-- The ticket of an offer that came to nothing waits again, at its old place. While its learner is in a call it waits unseen.
local function return_ticket(id)
  local ticket = hash(ticket_key(id))
  redis.call('HDEL', ticket_key(id), 'offer')
  if not in_match(ticket.account) then index_ticket(id, ticket) end
  set_ticket_state(id, ticket, 'queued')
end

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
