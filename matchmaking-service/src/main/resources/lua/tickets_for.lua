-- Reads what an available expert could be offered: the queued tickets of the fields and languages, those first that go
-- before all others and then the oldest, and with the first page the oldest of those who count the expert among their
-- favourites, wherever they stand.
-- KEYS[1] the event log
-- ARGV[1] account, [2] only tickets after this place in the order, or -inf, [3] most tickets, [4] most more for favourites,
--      [5] ms of waiting after which nobody asks whether somebody better is online
-- Answers ok + rows (JSON), the expert's first
-- {revision, since, fields, languages, idle ms, taken, stars, ratings, where the next page begins or '', sandbox or ''} and
-- then the tickets'
-- {id, turn, order, account, field, field name, languages, waited ms, returned, favourite online, exact online, declined,
-- blocked, favourite, sandbox or ''}; not-found when the expert is not available.
local account, after, most = ARGV[1], ARGV[2], tonumber(ARGV[3])
local availability = hash(availability_key(account))
if not availability or availability.state ~= 'available' then return reply('not-found') end

local keys = {}
each_index('tickets', widest(codes_of(availability)), cjson.decode(availability.languages), function(key)
  keys[#keys + 1] = key
end)
local first = after == '-inf'
local ids, more = merged(keys, first and after or '(' .. after, most)
if first then
  local seen = {}
  for _, id in ipairs(ids) do seen[id] = true end
  for _, id in ipairs(redis.call('ZRANGE', '{mm}:wished:' .. account, 0, tonumber(ARGV[4]) - 1)) do
    if not seen[id] then ids[#ids + 1] = id end
  end
end

local stars, ratings = rating_of(account)
local rows = { {
  availability.revision, availability.since, availability.fields, availability.languages,
  tostring(now - tonumber(availability.idleSince or now)), availability.taken or '0', stars, ratings, more,
  availability.sandbox or '' } }
local found, tickets, learners, declines = {}, {}, {}, {}
for _, id in ipairs(ids) do
  local ticket = known_ticket(id)
  if ticket then
    local i = #found + 1
    found[i], tickets[i], learners[i], declines[i] = id, ticket, ticket.account, '{mm}:declined:' .. id
  end
end
ids = found
if #ids == 0 then return reply('ok', cjson.encode(rows)) end
local blocked = redis.call('SMISMEMBER', blocks_key(account), unpack(learners))
local wished = redis.call('ZMSCORE', '{mm}:wished:' .. account, unpack(ids))
local exact = once(exact_online)
-- Hardly any ticket was declined by anybody: one question for all of them saves one for each.
local any_declined = redis.call('EXISTS', unpack(declines)) > 0
for i, id in ipairs(ids) do
  local ticket = tickets[i]
  local favouriteOnline, exactOnline = better_online(ticket, tonumber(ARGV[5]), exact)
  local declined = any_declined and tostring(redis.call('SISMEMBER', declines[i], account)) or '0'
  rows[i + 1] = { id, ticket.turn, ticket.order, ticket.account, ticket.field, ticket.fieldName, ticket.languages,
    string.format('%d', now - ticket.createdAt), ticket.returned and '1' or '0', favouriteOnline, exactOnline, declined,
    tostring(blocked[i]), wished[i] and '1' or '0', ticket.sandbox or '' }
end
return reply('ok', cjson.encode(rows))
