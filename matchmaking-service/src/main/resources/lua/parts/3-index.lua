-- What the matcher finds: tickets and experts that can be brought together, under the codes and languages they fit.

local function to_try(member)
  redis.call('ZADD', '{mm}:untried', now, member)
  work[#work + 1] = member
end

local MOST_FAVOURITES = 50    -- favourites of a learner that are looked at for one ticket
local MOST_WISHES = 50        -- tickets that are tried at once when a favourite goes
local BEFORE_ALL = 1000000000000   -- taken off the sequence number of a ticket that goes before all others

-- Where a ticket stands among those that fit the same expert.
local function order_of(ticket)
  return tonumber(ticket.seq) - (ticket.returned and BEFORE_ALL or 0)
end

local function each_favourite(ticket, visit)
  if not ticket.favourites then return end
  for _, expert in ipairs(cjson.decode(ticket.favourites)) do visit(expert) end
end

-- Notes the ticket's next turn, and the learner's favourites, so that the same ones are taken out of the index again.
local function note_turn(id, ticket)
  local favourites = redis.call('SRANDMEMBER', '{mm}:favourites:' .. ticket.account, MOST_FAVOURITES)
  local had = ticket.favourites
  ticket.turn = string.format('%d', ticket.turn + 1)
  ticket.favourites = #favourites > 0 and cjson.encode(favourites) or nil
  if ticket.favourites then
    redis.call('HSET', ticket_key(id), 'turn', ticket.turn, 'favourites', ticket.favourites)
  else
    redis.call('HSET', ticket_key(id), 'turn', ticket.turn)
    if had then redis.call('HDEL', ticket_key(id), 'favourites') end
  end
end

-- Offers the ticket to the matcher. The turn is the fence: a claim that knows an older turn is refused.
local function index_ticket(id, ticket)
  note_turn(id, ticket)
  local order = order_of(ticket)
  each_index('tickets', prefixes(queue_of(ticket)), cjson.decode(ticket.languages), function(key)
    redis.call('ZADD', key, order, id)
  end)
  each_favourite(ticket, function(expert) redis.call('ZADD', '{mm}:wished:' .. expert, order, id) end)
  to_try('t:' .. id .. ':' .. ticket.turn)
end

local function unindex_ticket(id, ticket)
  each_index('tickets', prefixes(queue_of(ticket)), cjson.decode(ticket.languages), function(key)
    redis.call('ZREM', key, id)
  end)
  each_favourite(ticket, function(expert) redis.call('ZREM', '{mm}:wished:' .. expert, id) end)
  redis.call('ZREM', '{mm}:untried', 't:' .. id .. ':' .. ticket.turn)
  redis.call('ZREM', '{mm}:held', 't:' .. id .. ':' .. ticket.turn)
end

-- Offers the expert to the matcher. The revision is the fence; it is written with the state.
local function index_expert(account, availability)
  availability.revision = redis.call('INCR', '{mm}:seq')
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
  redis.call('ZREM', '{mm}:held', 'e:' .. account .. ':' .. availability.revision)
end

-- The members of several sorted sets, lowest score first: at most so many, and the score after which there may be more.
local function merged(keys, after, most)
  local scores, list, sources = {}, {}, 0
  for _, key in ipairs(keys) do
    local found = redis.call('ZRANGE', key, after, '+inf', 'BYSCORE', 'LIMIT', 0, most, 'WITHSCORES')
    for i = 1, #found, 2 do
      if not scores[found[i]] then list[#list + 1] = found[i] end
      scores[found[i]] = tonumber(found[i + 1])
    end
    if #found > 0 then sources = sources + 1 end
  end
  if sources > 1 then table.sort(list, function(a, b) return scores[a] < scores[b] end) end
  local more = #list >= most and string.format('%.0f', scores[list[most]]) or ''
  for i = #list, most + 1, -1 do list[i] = nil end
  return list, more
end

-- Whether an expert of exactly this code helps in one of the languages (JSON array).
local function exact_online(code, languages)
  local keys = {}
  each_index('online', { code }, cjson.decode(languages), function(key) keys[#keys + 1] = key end)
  return #keys > 0 and redis.call('EXISTS', unpack(keys)) > 0
end

-- The same question, asked only once about the same two things.
local function once(ask)
  local answers = {}
  return function(one, other)
    local about = one .. ' ' .. other
    if answers[about] == nil then answers[about] = ask(one, other) end
    return answers[about]
  end
end

local MOST_KNOWN = 1000   -- tickets and experts of which that is remembered

local known, how_many = {}, 0

-- What the matcher has to know of a ticket or an expert, for it looks at the same ones again and again. A library's own
-- variables outlive a call: what was read under a fence stays true until the fence moves, and is read again then. They
-- outlive even a FLUSHALL, after which numbers are given again: so a fence names a time as well.
local function known_under(fence, key, ...)
  local found = known[key]
  if found and found.fence == fence then return found end
  if how_many >= MOST_KNOWN then known, how_many, found = {}, 0, nil end
  if not found then how_many = how_many + 1 end
  local values = redis.call('HMGET', key, ...)
  local fields = { fence = fence }
  for i, name in ipairs({ ... }) do fields[name] = values[i] or nil end
  known[key] = fields
  return fields
end

-- A queued ticket, whose turn moves with all that is read here; nil when only its id is left.
local function known_ticket(id)
  local key = ticket_key(id)
  local read = redis.call('HMGET', key, 'turn', 'createdAt')
  if not read[1] then return nil end
  local ticket = known_under(read[1] .. '@' .. read[2], key, 'turn', 'seq', 'account', 'field', 'fieldName',
    'languages', 'createdAt', 'returned', 'favourites', 'sandbox')
  ticket.order = ticket.order or string.format('%.0f', order_of(ticket))
  return ticket
end

-- An expert who is available, whose revision moves with all that is read here; nil for one who is not.
local function known_expert(account)
  local key = availability_key(account)
  local read = redis.call('HMGET', key, 'revision', 'state', 'idleSince')
  if read[2] ~= 'available' then return nil end
  return known_under(read[1] .. '@' .. (read[3] or ''), key, 'revision', 'since', 'fields', 'languages', 'idleSince',
    'taken', 'sandbox')
end

-- Whether one of the learner's favourites, and whether an expert of exactly this field, could help and has an availability
-- that takes offers or will take some again; '0' and '0' for a ticket that has waited for so long that nobody asks.
-- Whether experts of exactly the field are online is asked by the function given.
local function better_online(ticket, asked_until, exact)
  if now - tonumber(ticket.createdAt) >= asked_until then return '0', '0' end
  local favourite = '0'
  if ticket.favourites then
    local favourites, languages = cjson.decode(ticket.favourites), cjson.decode(ticket.languages)
    each_index('online', prefixes(queue_of(ticket)), languages, function(key)
      for _, member in ipairs(redis.call('SMISMEMBER', key, unpack(favourites))) do
        if member == 1 then favourite = '1' end
      end
    end)
  end
  return favourite, exact(queue_of(ticket), ticket.languages) and '1' or '0'
end

local function rating_of(account)
  local rating = redis.call('HMGET', '{mm}:rating:' .. account, 'sum', 'count')
  return rating[1] or '0', rating[2] or '0'
end

-- Visits the tickets whose time in a list of deadlines has come, at most so many, and answers how many there were. What is left
-- of a ticket that is not there any more is taken out: it must not stand in the way of the others.
local function each_due_ticket(deadlines, most, visit)
  local due = redis.call('ZRANGE', deadlines, '-inf', now, 'BYSCORE', 'LIMIT', 0, most)
  for _, id in ipairs(due) do
    local ticket = hash(ticket_key(id))
    if ticket then visit(id, ticket) else redis.call('ZREM', deadlines, id) end
  end
  return tostring(#due)
end

local function in_match(account)
  return redis.call('HEXISTS', account_key(account), 'match') == 1
end

-- What kept an account's own ticket from somebody may be gone: it is tried again.
local function try_ticket_of(account)
  local id = redis.call('HGET', account_key(account), 'ticket')
  local ticket = id and hash(ticket_key(id))
  if ticket and ticket.state == 'queued' and not in_match(account) then to_try('t:' .. id .. ':' .. ticket.turn) end
end

-- An expert is not to be waited for any more: tickets of learners who wished for this one are tried with others.
local function try_wishes_for(account)
  for _, id in ipairs(redis.call('ZRANGE', '{mm}:wished:' .. account, 0, MOST_WISHES - 1)) do
    local turn = redis.call('HGET', ticket_key(id), 'turn')
    if turn then to_try('t:' .. id .. ':' .. turn) end
  end
end
