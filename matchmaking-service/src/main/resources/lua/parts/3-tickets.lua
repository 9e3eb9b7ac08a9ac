-- The moves of a ticket. Each keeps the hash, the indexes and the events in step with each other.

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
