-- What the matcher finds: tickets and experts that can be brought together, under the codes and languages they fit.

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
