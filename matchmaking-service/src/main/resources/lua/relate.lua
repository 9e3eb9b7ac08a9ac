-- A participant makes the other one a favourite or blocks it, or takes that back, while the match runs or after it.
-- Of somebody whose account was deleted since nothing is kept but a block, without the name: the same person may come back.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account, [3] favourite or block, [4] id for it, or '' to end it, [5] ms after the end in which that can
--      be done
-- Answers ok, not-found, conflict + too-late, expert (who has no favourites) or blocked (who can be none), or gone while it
-- is not known who blocks whom.
local account, kind = ARGV[2], ARGV[3]
local match, role, otherRole = participation(ARGV[1], account)
if not match then return reply('not-found') end
if match.endedAt and tonumber(match.endedAt) + tonumber(ARGV[5]) <= now then return reply('conflict', 'too-late') end
if kind == 'favourite' and role == 'expert' then return reply('conflict', 'expert') end
if redis.call('EXISTS', '{mm}:epoch') == 0 then return reply('gone') end

-- Takes back an offer that is open between the two just now.
local function withdraw_between(expert, learner)
  local offerId = redis.call('HGET', account_key(expert), 'offer')
  local ticketId = offerId and redis.call('HGET', offer_key(offerId), 'ticket')
  if not ticketId or redis.call('HGET', ticket_key(ticketId), 'account') ~= learner then return end
  local offer = withdraw_offer(offerId)
  free_expert(expert)
  return_ticket(offer)
end

local other = match[otherRole]
if ARGV[4] == '' then
  unrelate(account, other, kind)
  if kind == 'block' then
    try_ticket_of(account)
    try_ticket_of(other)
  end
elseif kind == 'favourite' and redis.call('SISMEMBER', blocked_key(account), other) == 1 then
  return reply('conflict', 'blocked')
elseif not any_deleted(match.startedAt, account) then
  local gone = any_deleted(match.startedAt, other)
  if kind == 'favourite' and gone then return reply('ok') end
  relate(account, other, kind, ARGV[4], gone and '' or match[otherRole .. 'Name'])
  if kind == 'block' then
    withdraw_between(account, other)
    withdraw_between(other, account)
  end
end
return reply('ok')
