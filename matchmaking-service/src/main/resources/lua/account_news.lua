-- Does what news of an account asks for. Every instance hears all news in the same order and takes this step with each;
-- whoever comes first does it.
-- KEYS[1] the event log
-- ARGV[1] id of the news (two numbers with a dash), [2] account, [3] fields, banned, unbanned, deleted or signed-out, [4] of
--      fields: the codes of those that are verified (JSON array); of signed-out: the session
-- Answers ok, or gone when this or later news has been handled already.
local id, account, kind = ARGV[1], ARGV[2], ARGV[3]
if not id_after(id, redis.call('GET', '{mm}:accounts-read') or '0-0') then return reply('gone') end
redis.call('SET', '{mm}:accounts-read', id)

local BAN_KEPT = 86400000   -- ms; longer than an access token from before the ban lives

local function covered(codes, code)
  for _, known in ipairs(codes) do
    if string.sub(code, 1, #known) == known then return true end
  end
  return false
end

-- The expert stays available for what is left; an open offer of a field that is lost goes back to the queue.
local function keep_verified(availability, codes)
  local fields, kept = cjson.decode(availability.fields), {}
  for _, field in ipairs(fields) do
    if covered(codes, field.code) then kept[#kept + 1] = field end
  end
  if #kept == #fields then return end
  if #kept == 0 then return end_availability(account, availability, 'not-verified') end
  if availability.state == 'available' then unindex_expert(account, availability) end
  unfile_online(account, availability)
  availability.fields = cjson.encode(kept)
  redis.call('HSET', availability_key(account), 'fields', availability.fields)
  local offerId = redis.call('HGET', account_key(account), 'offer')
  local offer = offerId and hash(offer_key(offerId))
  if offer and not covered(codes_of(availability), redis.call('HGET', ticket_key(offer.ticket), 'field')) then
    local gone = withdraw_offer(offerId)
    free_expert(account, availability)
    return_ticket(gone)
  else
    if availability.state == 'available' then index_expert(account, availability) end
    set_availability_state(account, availability, availability.state)
  end
end

-- Signaling keeps the participant out of the room, whatever pass it still has.
local function remove_from_room(matchId)
  local match = hash(match_key(matchId))
  local peer = match.learner == account and match.learnerPeer or match.expertPeer
  redis.call('ZADD', '{mm}:removed-peers', now, match.room .. ':' .. peer)
  work[#work + 1] = 'x:' .. match.room .. ':' .. peer
end

local function shut_out()
  redis.call('SET', banned_key(account), 1, 'PX', BAN_KEPT)
  local availability = hash(availability_key(account))
  if availability then end_availability(account, availability, 'by-administrator') end
  local matchId = redis.call('HGET', account_key(account), 'match')
  if matchId then remove_from_room(matchId) end
  end_asking(account, 'by-administrator', 'by-administrator')
end

-- Ends what the account has open by this session, as if it had done so itself.
local function sign_out(session)
  local availability = hash(availability_key(account))
  if availability and availability.session == session then end_availability(account, availability, 'by-account') end
  local matchId = redis.call('HGET', account_key(account), 'match')
  local match, role = participation(matchId or '', account)
  if match and match[role .. 'Session'] == session then quit_match(matchId, match, account, 'left', 'by-learner') end
  local ticketId = redis.call('HGET', account_key(account), 'ticket')
  local ticket = ticketId and hash(ticket_key(ticketId))
  if ticket and ticket.session == session then cancel_ticket(ticketId, ticket, 'by-learner') end
end

if kind == 'unbanned' then
  redis.call('DEL', banned_key(account))
  return reply('ok')
elseif kind == 'signed-out' then
  sign_out(ARGV[4])
  return reply('ok')
elseif kind == 'fields' then
  local availability = hash(availability_key(account))
  if availability then keep_verified(availability, cjson.decode(ARGV[4])) end
else
  shut_out()
end
event(account, 'account', {})
if kind == 'deleted' then
  note_deleted(account)
  forget_history(account)
end
return reply('ok')
