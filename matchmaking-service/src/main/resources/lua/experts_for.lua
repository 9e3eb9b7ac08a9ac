-- Reads who could be offered a queued ticket: the available experts of its field and languages, longest idle first, and
-- with the first page also the longest idle of exactly its field and the learner's favourites, wherever they stand.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] only experts idle since after this number, or -inf, [3] most experts, [4] most more of exactly the field,
--      [5] ms of waiting after which nobody asks whether somebody better is online
-- Answers ok + rows (JSON), the ticket's first {turn, order, account, field, field name, languages, waited ms, returned,
-- favourite online, exact online, where the next page begins or '', sandbox or ''} and then the experts' {account, revision, since, fields,
-- languages, idle ms, taken, stars, ratings, declined, blocked, favourite,
-- sandbox or ''}; not-found when it is not in the queue.
local id, after, most = ARGV[1], ARGV[2], tonumber(ARGV[3])
local ticket = hash(ticket_key(id))
if not ticket or ticket.state ~= 'queued' or in_match(ticket.account) then return reply('not-found') end

local languages = cjson.decode(ticket.languages)
local keys, exactKeys = {}, {}
each_index('experts', prefixes(queue_of(ticket)), languages, function(key) keys[#keys + 1] = key end)
each_index('experts', { queue_of(ticket) }, languages, function(key) exactKeys[#exactKeys + 1] = key end)
local first = after == '-inf'
local accounts, more = merged(keys, first and after or '(' .. after, most)
local favourite = {}
each_favourite(ticket, function(expert) favourite[expert] = true end)
if first then
  local seen = {}
  for _, account in ipairs(accounts) do seen[account] = true end
  local function add(account)
    if not seen[account] then accounts[#accounts + 1] = account end
    seen[account] = true
  end
  for _, account in ipairs((merged(exactKeys, after, tonumber(ARGV[4])))) do add(account) end
  each_favourite(ticket, add)
end

local favouriteOnline, exactOnline = better_online(ticket, tonumber(ARGV[5]), exact_online)
local rows = { { ticket.turn, string.format('%.0f', order_of(ticket)), ticket.account, ticket.field, ticket.fieldName,
  ticket.languages, tostring(now - tonumber(ticket.createdAt)), ticket.returned and '1' or '0', favouriteOnline,
  exactOnline, more, ticket.sandbox or '' } }
if #accounts == 0 then return reply('ok', cjson.encode(rows)) end

local declined = redis.call('SMISMEMBER', '{mm}:declined:' .. id, unpack(accounts))
local blocked = redis.call('SMISMEMBER', blocks_key(ticket.account), unpack(accounts))
for i, account in ipairs(accounts) do
  local expert = known_expert(account)
  if expert then
    local stars, ratings = rating_of(account)
    rows[#rows + 1] = { account, expert.revision, expert.since, expert.fields, expert.languages,
      string.format('%d', now - (expert.idleSince or now)), expert.taken or '0', stars, ratings, tostring(declined[i]),
      tostring(blocked[i]), favourite[account] and '1' or '0', expert.sandbox or '' }
  end
end
return reply('ok', cjson.encode(rows))
