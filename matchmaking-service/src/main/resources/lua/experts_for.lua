-- Reads who could be offered a queued ticket: the available experts of its field and languages, longest idle first.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] only experts idle since after this number, [3] most experts
-- Answers ok + rows {account, since, declined}, or not-found when the ticket is not in the queue.
local id, after, most = ARGV[1], '(' .. ARGV[2], tonumber(ARGV[3])
local ticket = hash(ticket_key(id))
if not ticket or ticket.state ~= 'queued' or in_match(ticket.account) then return reply('not-found') end

local since = {}
each_index('experts', prefixes(ticket.field), cjson.decode(ticket.languages), function(key)
  local found = redis.call('ZRANGE', key, after, '+inf', 'BYSCORE', 'LIMIT', 0, most, 'WITHSCORES')
  for i = 1, #found, 2 do since[found[i]] = tonumber(found[i + 1]) end
end)
local accounts = {}
for account in pairs(since) do accounts[#accounts + 1] = account end
table.sort(accounts, function(a, b) return since[a] < since[b] end)

local rows = {}
for i = 1, math.min(most, #accounts) do
  local account = accounts[i]
  local declined = redis.call('SISMEMBER', '{mm}:declined:' .. id, account)
  rows[i] = { account, tostring(since[account]), tostring(account == ticket.account and 1 or declined) }
end
return reply('ok', rows)
