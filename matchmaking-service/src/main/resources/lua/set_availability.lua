-- Declares an expert available, or changes what for; either way the lease starts anew.
-- KEYS[1] the event log
-- ARGV[1] account, [2] display name, [3] fields (JSON array of code and name), [4] languages (JSON array), [5] lease in ms,
--      [6] most matches or '', [7] '1' for do not disturb, [8] '1' for accepting offers by itself,
--      [9] for a simulated expert: the sandbox, which never changes, else '', [10] the session that it is of, '' if nobody knows
-- Answers ok + the availability, cooling + until when (ISO), conflict + how many matches the availability has taken when
-- that is the most already, or banned.
local account = ARGV[1]
if is_banned(account) then return reply('banned') end
local before = hash(availability_key(account))
local cooling = not before and cooling_until(account)
if cooling then return reply('cooling', iso(cooling)) end

local availability = {
  name = ARGV[2], fields = ARGV[3], languages = ARGV[4], leaseUntil = now + tonumber(ARGV[5]),
  capacity = ARGV[6] ~= '' and ARGV[6] or nil, taken = before and before.taken or 0,
  doNotDisturb = ARGV[7] == '1' and '1' or nil, autoAccept = ARGV[8] == '1' and '1' or nil,
  sandbox = ARGV[9] ~= '' and ARGV[9] or nil, session = ARGV[10],
  since = before and before.since or redis.call('INCR', '{mm}:seq'), idleSince = before and before.idleSince or now }
if before and is_full(availability) then return reply('conflict', before.taken) end

if before then
  if before.state == 'available' then unindex_expert(account, before) end
  unfile_online(account, before)
  redis.call('HDEL', availability_key(account), 'capacity', 'doNotDisturb', 'autoAccept', 'serves')
end
local busy = before and (before.state == 'offered' or before.state == 'in-call') and before.state
  or in_match(account) and 'in-call'
availability.state = busy or availability.doNotDisturb and 'do-not-disturb' or 'available'
if availability.state == 'available' then index_expert(account, availability) end
file_online(account, availability)
local flat = {}
for name, value in pairs(availability) do flat[#flat + 1] = name; flat[#flat + 1] = value end
redis.call('HSET', availability_key(account), unpack(flat))
redis.call('ZADD', '{mm}:leases', availability.leaseUntil, account)
if not before then counted('availability:begun', availability) end
return reply('ok', cjson.encode(tell_availability(account, availability)))
