-- Reads what an available expert could be offered: the queued tickets of the fields and languages, oldest first.
-- KEYS[1] the event log
-- ARGV[1] account, [2] only tickets after this sequence number, [3] most tickets
-- Answers ok + rows, the expert's first {revision, fields, languages} and then the tickets'
-- {id, turn, sequence, account, field, field name, languages, declined}; not-found when the expert is not available.
local account, after, most = ARGV[1], '(' .. ARGV[2], tonumber(ARGV[3])
local availability = hash(availability_key(account))
if not availability or availability.state ~= 'available' then return reply('not-found') end

local sequence = {}
each_index('tickets', codes_of(availability), cjson.decode(availability.languages), function(key)
  local found = redis.call('ZRANGE', key, after, '+inf', 'BYSCORE', 'LIMIT', 0, most, 'WITHSCORES')
  for i = 1, #found, 2 do sequence[found[i]] = tonumber(found[i + 1]) end
end)
local ids = {}
for id in pairs(sequence) do ids[#ids + 1] = id end
table.sort(ids, function(a, b) return sequence[a] < sequence[b] end)

local rows = { { availability.revision, availability.fields, availability.languages } }
for i = 1, math.min(most, #ids) do
  local ticket = hash(ticket_key(ids[i]))
  local declined = redis.call('SISMEMBER', '{mm}:declined:' .. ids[i], account)
  rows[i + 1] = { ids[i], ticket.turn, ticket.seq, ticket.account, ticket.field, ticket.fieldName, ticket.languages,
    tostring(declined) }
end
return reply('ok', rows)
