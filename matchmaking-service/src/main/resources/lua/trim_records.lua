-- Forgets records that are in PostgreSQL; and the oldest of the others, when more wait than may.
-- KEYS[1] the event log
-- ARGV[1] epoch of what is written, [2] ms and [3] number of the last record written, [4] most records that may wait
-- Answers ok + how many were forgotten although nobody has written them.
if redis.call('GET', '{mm}:epoch') == ARGV[1] then
  redis.call('XTRIM', RECORDS, 'MINID', '=', ARGV[2] .. '-' .. string.format('%.0f', tonumber(ARGV[3]) + 1))
end
local dropped = 0
if redis.call('XLEN', RECORDS) > tonumber(ARGV[4]) then
  dropped = redis.call('XTRIM', RECORDS, 'MAXLEN', '=', ARGV[4])
end
return reply('ok', tostring(dropped))
