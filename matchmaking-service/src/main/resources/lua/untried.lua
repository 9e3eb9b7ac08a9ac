-- Reads what an instance has left undone: tickets and experts nobody has tried to match, rooms nobody has ended, peers
-- nobody has removed.
-- KEYS[1] the event log
-- ARGV[1] age in ms from which something counts as left, [2] most of each
-- Answers ok + rows {member}.
local rows = {}
for _, member in ipairs(redis.call('ZRANGE', '{mm}:untried', '-inf', now - tonumber(ARGV[1]), 'BYSCORE', 'LIMIT', 0, ARGV[2])) do
  rows[#rows + 1] = { member }
end
for _, room in ipairs(redis.call('ZRANGE', '{mm}:ended-rooms', '-inf', now - tonumber(ARGV[1]), 'BYSCORE', 'LIMIT', 0, ARGV[2])) do
  rows[#rows + 1] = { 'r:' .. room }
end
for _, peer in ipairs(redis.call('ZRANGE', '{mm}:removed-peers', '-inf', now - tonumber(ARGV[1]), 'BYSCORE', 'LIMIT', 0, ARGV[2])) do
  rows[#rows + 1] = { 'x:' .. peer }
end
return reply('ok', rows)
