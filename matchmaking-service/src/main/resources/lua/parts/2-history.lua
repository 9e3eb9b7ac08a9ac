-- What is kept of matches and tickets, and what accounts keep of each other.

local RECORDS = '{mm}:records'
local TO_RATE = 3600000   -- ms after its end in which a match is shown as to be rated

local function blocked_key(account) return '{mm}:blocked:' .. account end
local function blocks_key(account) return '{mm}:blocks:' .. account end
local function favourites_key(account) return '{mm}:favourites:' .. account end
local function rating_key(account) return '{mm}:rating:' .. account end
local function to_rate_key(account) return '{mm}:to-rate:' .. account end

-- Leaves word for the history, in the same step as the thing itself. The records wait until they are in PostgreSQL. What
-- is about a ticket or a match of a sandbox happened to nobody.
local function record(kind, data, about)
  if about and about.sandbox then return end
  redis.call('XADD', RECORDS, '*', 'kind', kind, 'data', cjson.encode(data))
end

-- The match as the history writes it down, complete each time, so that no record needs another one.
local function match_record(id, match)
  return {
    id = id, ticket = match.ticket, learner = match.learner, expert = match.expert, learnerName = match.learnerName,
    expertName = match.expertName, field = match.field, fieldName = match.fieldName, problem = match.problem,
    because = match.because, startedAt = match.startedAt, inCallAt = match.inCallAt, endedAt = match.endedAt,
    reason = match.reason }
end

local function ticket_record(id, ticket)
  return {
    id = id, account = ticket.account, field = ticket.field, fieldName = ticket.fieldName, languages = ticket.languages,
    problem = ticket.problem, state = ticket.state, reason = ticket.reason, match = ticket.matchId,
    createdAt = ticket.createdAt, at = now }
end

-- Writes down how a match has ended. Both are asked what they think of each other, if they have met.
local function keep_end(id, match, reason)
  match.endedAt, match.reason = now, reason
  record('match-ended', match_record(id, match), match)
  if not match.inCallAt then return end
  for _, account in ipairs({ match.learner, match.expert }) do
    redis.call('ZADD', to_rate_key(account), now, id)
    redis.call('PEXPIRE', to_rate_key(account), TO_RATE)
  end
end

-- The newest match that the account has not rated yet, if it ended only lately.
local function newest_unrated(account)
  return redis.call('ZRANGE', to_rate_key(account), '+inf', now - TO_RATE, 'BYSCORE', 'REV', 'LIMIT', 0, 1)[1]
end

-- A match and this account's own role in it; nil for everybody else.
local function participation(id, account)
  local match = hash(match_key(id))
  if not match then return nil end
  if match.learner == account then return match, 'learner', 'expert' end
  if match.expert == account then return match, 'expert', 'learner' end
  return nil
end

-- Why a match can't be rated, or thanked for, so long after its end; nil when it can.
local function why_not_rated(match, openFor)
  if match.state ~= 'completed' then return 'running' end
  if not match.inCallAt then return 'no-call' end
  return tonumber(match.endedAt) + tonumber(openFor) <= now and 'too-late' or nil
end

-- Neither may meet the other, whoever of them wished it.
local function set_block(account, other)
  redis.call('SADD', blocked_key(account), other)
  redis.call('SADD', blocks_key(account), other)
  redis.call('SADD', blocks_key(other), account)
end

-- They may meet again, unless the other one has wished the same.
local function lift_block(account, other)
  redis.call('SREM', blocked_key(account), other)
  if redis.call('SISMEMBER', blocked_key(other), account) == 1 then return end
  redis.call('SREM', blocks_key(account), other)
  redis.call('SREM', blocks_key(other), account)
end

-- Ends a favourite or a block, also one that only the history knows of.
local function unrelate(account, other, kind)
  if kind == 'favourite' then
    redis.call('SREM', favourites_key(account), other)
  else
    lift_block(account, other)
  end
  record('un' .. kind, { account = account, other = other, at = now })
end

-- Begins a favourite or a block. Whoever is blocked is no favourite any more.
local function relate(account, other, kind, id, otherName)
  local key = kind == 'favourite' and favourites_key(account) or blocked_key(account)
  if redis.call('SISMEMBER', key, other) == 1 then return end
  if kind == 'favourite' then
    redis.call('SADD', key, other)
  else
    set_block(account, other)
    if redis.call('SISMEMBER', favourites_key(account), other) == 1 then unrelate(account, other, 'favourite') end
  end
  record(kind, { id = id, account = account, other = other, otherName = otherName, at = now })
end

-- Whether one of these accounts was deleted since something began (ms). What it says of that, or others say of it, is not to be
-- written down; the same person may have come back meanwhile, and what has begun since is hers.
local function any_deleted(began, one, other)
  for _, account in ipairs({ one, other }) do
    local deleted = redis.call('GET', '{mm}:deleted:' .. account)
    if deleted and tonumber(deleted) >= tonumber(began) then return true end
  end
  return false
end

-- Remembers when an account was deleted, a minute longer than what names it can be asked for.
local function note_deleted(account)
  redis.call('SET', '{mm}:deleted:' .. account, now, 'PX', KEPT + 60000)
end

-- Forgets what a deleted account kept of others, and leaves word to take it out of the history. Who has blocked it does not meet it
-- again if it comes back.
local function forget_history(account)
  for _, other in ipairs(redis.call('SMEMBERS', blocked_key(account))) do lift_block(account, other) end
  redis.call('DEL', favourites_key(account), rating_key(account), to_rate_key(account))
  record('forgotten', { account = account, at = now })
end
