-- What is kept of a match, and what accounts keep of each other.

local RECORDS = '{mm}:records'

-- Leaves word for the history, in the same step as the thing itself. The records wait until they are in PostgreSQL.
local function record(kind, data)
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

local function blocked_key(account) return '{mm}:blocked:' .. account end
local function blocks_key(account) return '{mm}:blocks:' .. account end
local function favourites_key(account) return '{mm}:favourites:' .. account end

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
