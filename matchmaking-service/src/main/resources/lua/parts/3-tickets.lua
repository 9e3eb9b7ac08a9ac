-- The moves of a ticket. Each keeps the hash, the indexes and the events in step with each other.

local SHORTEST_PAUSE = 60000   -- ms that a ticket has at least before it expires, once it can be resumed or has come back

-- Whether the state of a ticket allows a move.
local function may(ticket, move)
  return MOVES[ticket.state][move] ~= nil
end

-- Whether the caller means another revision than the ticket has: revisions separated by spaces, empty for any.
local function is_stale(ticket, revisions)
  return (revisions or '') ~= '' and not string.find(' ' .. revisions .. ' ', ' ' .. ticket.revision .. ' ', 1, true)
end

-- Writes fields of a ticket, false for those to remove; every such change raises its revision.
local function write_ticket(id, ticket, fields)
  fields.revision = tonumber(ticket.revision) + 1
  local set, gone = {}, {}
  for name, value in pairs(fields) do
    if value == false then
      if ticket[name] then gone[#gone + 1] = name end
      ticket[name] = nil
    else
      ticket[name] = tostring(value)
      set[#set + 1] = name
      set[#set + 1] = ticket[name]
    end
  end
  redis.call('HSET', ticket_key(id), unpack(set))
  if #gone > 0 then redis.call('HDEL', ticket_key(id), unpack(gone)) end
end

local function tell_ticket(id, ticket)
  event(ticket.account, 'ticket', { ticket = ticket_view(id, ticket) })
end

local OVER = { completed = true, cancelled = true, expired = true, failed = true }

-- Keeps the list of open tickets of whoever has asked: the integrator, or else the learner.
local function list_open(id, ticket, state)
  local open = '{mm}:open-of:' .. (ticket.integrator or ticket.account)
  if OVER[state] then
    redis.call('ZREM', open, id)
  elseif state == 'queued' then
    redis.call('ZADD', open, ticket.createdAt, id)
  end
end

-- Moves a ticket, with the fields that belong to the move. Steps ask first whether it may; this is the last line.
local function move_ticket(id, ticket, move, fields)
  local before, state = ticket.state, MOVES[ticket.state][move]
  if not state then error('A ticket that is ' .. before .. ' has no move ' .. move) end
  if state ~= before then counted('ticket:' .. state, ticket) end
  fields = fields or {}
  fields.state = state
  write_ticket(id, ticket, fields)
  file_asking(id, ticket, before)
  list_open(id, ticket, state)
  tell_ticket(id, ticket)
end

-- The ticket gives up its place for good; those behind it move up.
local function leave_queue(id, ticket)
  local queue = queue_of(ticket)
  local waiting = '{mm}:waiting:' .. queue
  local rank = redis.call('ZRANK', waiting, id)
  redis.call('ZREM', '{mm}:longest-waits', id)
  if not rank then return end
  redis.call('ZREM', waiting, id)
  if redis.call('ZCARD', waiting) > rank then
    redis.call('XADD', LOG, 'MAXLEN', '~', LOG_LENGTH, '*', 'field', queue, 'rank', rank)
  end
end

-- The account of the ticket is free for another one.
local function release_ticket(id, ticket)
  redis.call('HDEL', account_key(ticket.account), 'ticket')
  redis.call('PEXPIRE', ticket_key(id), KEPT)
end

-- The ticket is over: it gives up its place, and nobody holds it any more.
local function close_ticket(id, ticket, move, reason)
  leave_queue(id, ticket)
  release_ticket(id, ticket)
  redis.call('DEL', '{mm}:declined:' .. id)
  move_ticket(id, ticket, move, { reason = reason })
  if reason then counted('over:' .. ticket.state .. ':' .. reason, ticket) end
  record('ticket-over', ticket_record(id, ticket), ticket)
end

-- The ticket waits again, at its old place. While its learner is in a call it waits unseen.
local function requeue_ticket(id, ticket, move, fields)
  move_ticket(id, ticket, move, fields)
  if not in_match(ticket.account) then index_ticket(id, ticket) end
end

-- The ticket of an offer that came to nothing waits again. A learner who was ready is asked before all others.
local function return_ticket(offer)
  requeue_ticket(offer.ticket, hash(ticket_key(offer.ticket)), 'give-back', { returned = offer.ready and '1' or nil })
end

-- The ticket keeps its place and is offered to nobody until its learner resumes it.
local function pause_ticket(id, ticket, reason, resumableAt)
  local left = tonumber(ticket.longestPause) - tonumber(ticket.pausedMs)
  local endsAt = math.max(now + left, resumableAt + SHORTEST_PAUSE)
  redis.call('ZADD', '{mm}:pauses', endsAt, id)
  move_ticket(id, ticket, 'pause', {
    pauseReason = reason, pausedAt = now, resumableAt = resumableAt, pauseEndsAt = endsAt, returned = false })
end

-- The time that a ticket may wait goes on, with a little to spare for whoever has just come back.
local function wait_on(id, ticket)
  redis.call('ZADD', '{mm}:longest-waits', math.max(tonumber(ticket.waitUntil), now + SHORTEST_PAUSE), id)
end

-- The expert did not come: the ticket waits again at the place that it has kept, and is asked before all others.
local function retry_ticket(id, ticket)
  wait_on(id, ticket)
  requeue_ticket(id, ticket, 'retry', { returned = '1', matchId = false })
end

-- The learner did not come. Until it is too late to reopen the ticket, which can be done once, it keeps its place.
local function fail_ticket(id, ticket, reason)
  local reopenUntil = not ticket.reopened and now + math.min(tonumber(ticket.reopenWithin), KEPT / 2) or nil
  if reopenUntil then
    redis.call('ZADD', '{mm}:reopenable', reopenUntil, id)
  else
    leave_queue(id, ticket)
  end
  release_ticket(id, ticket)
  redis.call('PEXPIRE', '{mm}:declined:' .. id, KEPT)
  move_ticket(id, ticket, 'fail', { reason = reason, reopenUntil = reopenUntil or false })
  counted('over:failed:' .. reason, ticket)
  if not reopenUntil then record('ticket-over', ticket_record(id, ticket), ticket) end
end
