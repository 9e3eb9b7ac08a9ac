-- The moves of a ticket. Each keeps the hash, the indexes and the events in step with each other.

local SHORTEST_PAUSE = 60000   -- ms that a learner has at least to come back once the ticket can be resumed

-- Writes fields of a ticket; every such change raises its revision.
local function write_ticket(id, ticket, fields)
  fields.revision = tonumber(ticket.revision) + 1
  local flat = {}
  for name, value in pairs(fields) do
    ticket[name] = tostring(value)
    flat[#flat + 1] = name
    flat[#flat + 1] = value
  end
  redis.call('HSET', ticket_key(id), unpack(flat))
end

local function tell_ticket(id, ticket)
  event(ticket.account, 'ticket', { ticket = ticket_view(id, ticket) })
end

-- Moves a ticket into a state, with the fields that belong to the move.
local function set_ticket_state(id, ticket, state, fields)
  fields = fields or {}
  fields.state = state
  write_ticket(id, ticket, fields)
  file_asking(id, ticket)
  changes[#changes + 1] = 'ticket:' .. state
  tell_ticket(id, ticket)
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
local function close_ticket(id, ticket, state, reason)
  if ticket.state == 'paused' then redis.call('ZREM', '{mm}:pauses', id) end
  leave_queue(id, ticket)
  redis.call('HDEL', account_key(ticket.account), 'ticket')
  redis.call('PEXPIRE', ticket_key(id), KEPT)
  redis.call('DEL', '{mm}:declined:' .. id)
  set_ticket_state(id, ticket, state, { reason = reason })
  record('ticket-over', ticket_record(id, ticket))
end

-- The ticket waits again, at its old place. While its learner is in a call it waits unseen.
local function requeue_ticket(id, ticket, fields)
  if not in_match(ticket.account) then index_ticket(id, ticket) end
  set_ticket_state(id, ticket, 'queued', fields)
end

-- The ticket of an offer that came to nothing waits again.
local function return_ticket(id)
  requeue_ticket(id, hash(ticket_key(id)))
end

-- The ticket keeps its place and is offered to nobody until its learner resumes it.
local function pause_ticket(id, ticket, reason, resumableAt)
  local left = tonumber(ticket.longestPause) - tonumber(ticket.pausedMs)
  local endsAt = math.max(now + left, resumableAt + SHORTEST_PAUSE)
  redis.call('ZADD', '{mm}:pauses', endsAt, id)
  set_ticket_state(id, ticket, 'paused', {
    pauseReason = reason, pausedAt = now, resumableAt = resumableAt, pauseEndsAt = endsAt })
end
