-- Declares an expert available, or changes what for; either way the lease starts anew.
-- KEYS[1] the event log
-- ARGV[1] account, [2] display name, [3] fields (JSON array of code and name), [4] languages (JSON array), [5] lease in ms
-- Answers ok + the availability.
local account = ARGV[1]
local before = hash(availability_key(account))
if before and before.state == 'available' then unindex_expert(account, before) end

local availability = {
  name = ARGV[2], fields = ARGV[3], languages = ARGV[4], leaseUntil = now + tonumber(ARGV[5]),
  since = before and before.since or redis.call('INCR', '{mm}:seq'),
  state = before and before.state or (in_match(account) and 'in-call' or 'available') }
redis.call('HSET', availability_key(account), 'name', availability.name, 'fields', availability.fields,
  'languages', availability.languages, 'leaseUntil', availability.leaseUntil, 'since', availability.since)
redis.call('ZADD', '{mm}:leases', availability.leaseUntil, account)
if availability.state == 'available' then index_expert(account, availability) end
if not before then changes[#changes + 1] = 'availability:begun' end
set_availability_state(account, availability, availability.state)
return reply('ok', cjson.encode(availability_view(availability)))
