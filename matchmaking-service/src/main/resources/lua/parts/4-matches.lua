-- How accounts go into a match and come out of it.

-- From here on the account can be offered nothing, neither as expert nor by its own waiting ticket.
local function enter_match(account, matchId)
  local held = hash(account_key(account)) or {}
  redis.call('HSET', account_key(account), 'match', matchId)
  if held.offer then return_ticket(withdraw_offer(held.offer)) end
  local availability = hash(availability_key(account))
  if availability then
    if availability.state == 'available' then unindex_expert(account, availability) end
    set_availability_state(account, availability, 'in-call')
  end
  local ticket = held.ticket and hash(ticket_key(held.ticket))
  if not ticket then return end
  if ticket.state == 'queued' then
    unindex_ticket(held.ticket, ticket)
  elseif ticket.state == 'offered' then
    local offer = withdraw_offer(ticket.offer)
    return_ticket(offer)
    free_expert(offer.expert)
  end
end

-- The account is free again: its availability and its own waiting ticket come back into sight. Who was in a call is the one
-- who has been idle for the shortest time.
local function leave_match(account, wasInCall)
  redis.call('HDEL', account_key(account), 'match')
  local availability = hash(availability_key(account))
  if availability then
    if wasInCall and not is_full(availability) then
      availability.since = redis.call('INCR', '{mm}:seq')
      redis.call('HSET', availability_key(account), 'since', availability.since, 'idleSince', now)
    end
    free_expert(account, availability)
  end
  local ticketId = redis.call('HGET', account_key(account), 'ticket')
  local ticket = ticketId and hash(ticket_key(ticketId))
  if ticket and ticket.state == 'queued' then index_ticket(ticketId, ticket) end
end

-- What a room pass of this side says, as JSON.
local function admission(match, role)
  return cjson.encode({ room = match.room, peer = match[role .. 'Peer'], name = match[role .. 'Name'], role = role })
end

-- Tells both that their match has begun, and lets them into its room.
local function match_began(id, match)
  counted('match:begun', match)
  record('match-begun', match_record(id, match), match)
  for _, role in ipairs({ 'learner', 'expert' }) do
    enter_match(match[role], id)
    event(match[role], 'match', { match = match_view(id, match, match[role]) }, admission(match, role))
  end
end

-- Tells both that their match is over.
local function match_over(id, match, reason)
  keep_end(id, match, reason)
  counted('match:' .. reason, match)
  for _, account in ipairs({ match.learner, match.expert }) do
    event(account, 'match-ended', { matchId = id, reason = reason })
  end
end

-- Both have said yes, this side just now: learner and expert are in a match, with new ids of { match, room, the learner's
-- peer, the expert's peer, ms in which both have to come into the room, the session that has said yes now }. The ticket keeps its
-- place until the call has begun.
local function begin_match(offerId, offer, ticket, side, new)
  local id, ticketId = new[1], offer.ticket
  local match = {
    ticket = ticketId, learner = ticket.account, expert = offer.expert, learnerName = ticket.name,
    expertName = offer.expertName, field = ticket.field, fieldName = ticket.fieldName, problem = ticket.problem,
    because = offer.because, startedAt = now, showUntil = now + tonumber(ticket.showTime or new[5]), state = 'matched',
    room = new[2], learnerPeer = new[3], expertPeer = new[4], sandbox = ticket.sandbox,
    learnerSession = offer.readySession, expertSession = offer.acceptedSession }
  local flat = {}
  for name, value in pairs(match) do flat[#flat + 1] = name; flat[#flat + 1] = value end
  redis.call('HSET', match_key(id), unpack(flat))
  redis.call('SET', '{mm}:room:' .. match.room, id)
  redis.call('ZADD', '{mm}:matches', match.showUntil, id)

  offer.match = id
  close_offer(offerId, offer, 'accepted', 'match', id, side, '1')
  redis.call('ZREM', '{mm}:longest-waits', ticketId)
  move_ticket(ticketId, ticket, 'match', { matchId = id, session = offer.readySession })
  counted('waited:' .. (now - tonumber(ticket.createdAt)), ticket)
  count_taken(offer.expert)
  departed(ticket, offer)
  match_began(id, match)
end

-- One side of the ready check says yes: 'accepted' is the expert's, 'ready' the learner's. The second yes begins the match.
local function say_yes(offerId, offer, ticket, side, new)
  offer[side], offer[side .. 'Session'] = '1', new[6] or ''
  if offer.accepted and offer.ready then return begin_match(offerId, offer, ticket, side, new) end
  redis.call('HSET', offer_key(offerId), side, '1', side .. 'Session', offer[side .. 'Session'])
  event(offer.expert, 'offer', { offer = offer_view(offerId, offer, ticket) })
  if side == 'ready' then
    write_ticket(offer.ticket, ticket, { session = offer.readySession })
    tell_ticket(offer.ticket, ticket)
  end
end

local end_match, quit_match
do

-- Not both came into the room. Whoever came is asked next, as before; whoever did not has to pause.
local function settle_no_show(match, pauses)
  local ticket = hash(ticket_key(match.ticket))
  if match.learnerJoined then
    retry_ticket(match.ticket, ticket)
  else
    fail_ticket(match.ticket, ticket, 'no-show')
    miss(match.learner, 'no-show', match, ticket.coolDowns or pauses)
  end
  if match.expertJoined then
    uncount_taken(match.expert)
  else
    local pausedUntil = miss(match.expert, 'no-show', match, pauses)
    local availability = hash(availability_key(match.expert))
    if availability then end_availability(match.expert, availability, 'no-show', pausedUntil) end
  end
  leave_match(match.learner)
  leave_match(match.expert)
end

-- One of the two has gone before the call has begun. The ticket of a learner who stays waits again at the place that it has kept,
-- and is asked before all others; that of one who has gone is over.
local function settle_withdrawn(match, gone, ticketReason)
  local ticket = hash(ticket_key(match.ticket))
  if gone == match.learner then
    close_ticket(match.ticket, ticket, 'withdraw', ticketReason)
  else
    retry_ticket(match.ticket, ticket)
  end
  uncount_taken(match.expert)
  leave_match(match.learner)
  leave_match(match.expert)
end

-- Both have been in the call, and it is over.
local function settle_call(match)
  close_ticket(match.ticket, hash(ticket_key(match.ticket)), 'complete')
  for _, account in ipairs({ match.learner, match.expert }) do
    forget_misses(account)
    leave_match(account, true)
  end
end

-- The match is over for both, and signaling is to be told so of its room.
local function close_match(id, match, reason)
  match.state = 'completed'
  redis.call('HSET', match_key(id), 'state', 'completed', 'reason', reason, 'endedAt', now)
  redis.call('PEXPIRE', match_key(id), KEPT)
  redis.call('PEXPIRE', '{mm}:room:' .. match.room, KEPT)
  redis.call('ZREM', '{mm}:matches', id)
  redis.call('ZADD', '{mm}:ended-rooms', now, match.room)
  work[#work + 1] = 'r:' .. match.room
  match_over(id, match, reason)
end

-- Ends a running match whose time is up; when not both came, with the pauses for misses.
function end_match(id, match, pauses)
  if match.inCallAt then
    close_match(id, match, 'empty')
    settle_call(match)
  else
    close_match(id, match, 'no-show')
    settle_no_show(match, pauses)
  end
end

-- Ends a match because one of the two goes, left or by-administrator, and says why the ticket is over if that is the learner's
-- doing. Ending it twice changes nothing.
function quit_match(id, match, gone, reason, ticketReason)
  if match.state == 'completed' then return end
  if match.inCallAt then
    close_match(id, match, reason)
    settle_call(match)
  else
    close_match(id, match, reason == 'left' and 'withdrawn' or reason)
    settle_withdrawn(match, gone, ticketReason)
  end
end

end

-- Whether not both have been in the room at the same time yet.
local function still_waits(match)
  return match.showUntil and not (match.learnerJoined and match.expertJoined)
end

-- Whether this room event is newer than all that were handled, and remembers it: a late redelivery must not move a deadline.
local function newer_room_event(matchId, match, eventId)
  if not id_after(eventId, match.roomEvent or '0-0') then return false end
  redis.call('HSET', match_key(matchId), 'roomEvent', eventId)
  return true
end

-- Ends the account's match and its ticket.
local function end_asking(account, matchReason, ticketReason)
  local matchId = redis.call('HGET', account_key(account), 'match')
  if matchId then quit_match(matchId, hash(match_key(matchId)), account, matchReason, ticketReason) end
  local ticketId = redis.call('HGET', account_key(account), 'ticket')
  local ticket = ticketId and hash(ticket_key(ticketId))
  if ticket then cancel_ticket(ticketId, ticket, ticketReason) end
end

-- Links that were made for this learner, or by this integrator, before now work no longer. It has to be known for as long as
-- links work (ms).
local function end_links(account, linksWork)
  redis.call('SET', links_ended_key(account), now, 'PX', linksWork)
end
