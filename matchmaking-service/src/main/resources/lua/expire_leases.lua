-- Ends the availabilities whose lease has run out; an open offer goes back to the queue.
-- KEYS[1] the event log
-- ARGV[1] most availabilities to end
-- Answers ok + how many ended.
if deadlines_hold() then return reply('ok', '0') end
local due = redis.call('ZRANGE', '{mm}:leases', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, account in ipairs(due) do
  end_availability(account, hash(availability_key(account)), 'lease-expired')
end
return reply('ok', tostring(#due))
