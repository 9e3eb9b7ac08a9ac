-- Reads the records that are to be written to PostgreSQL next. When the records are of another epoch than the caller knows,
-- or end before what the caller has written (a replica that lagged took over), reading starts at their beginning.
-- KEYS[1] the event log
-- ARGV[1] epoch, [2] ms and [3] number of the last record written, [4] most records
-- Answers ok + rows, first {epoch, records waiting, id of the newest} and then {id, kind, data}. An empty epoch: Redis is to be seeded first.
local epoch = redis.call('GET', '{mm}:epoch') or ''
local newest = redis.call('XREVRANGE', RECORDS, '+', '-', 'COUNT', 1)[1]
local rows = { { epoch, tostring(redis.call('XLEN', RECORDS)), newest and newest[1] or '0-0' } }
if epoch == '' or not newest or ARGV[4] == '0' then return reply('ok', rows) end

local from = '(' .. ARGV[2] .. '-' .. ARGV[3]
local ms, number = string.match(newest[1], '^(%d+)-(%d+)$')
ms, number = tonumber(ms), tonumber(number)
local lost = ms < tonumber(ARGV[2]) or (ms == tonumber(ARGV[2]) and number < tonumber(ARGV[3]))
if lost or epoch ~= ARGV[1] then from = '-' end
for i, entry in ipairs(redis.call('XRANGE', RECORDS, from, '+', 'COUNT', ARGV[4])) do
  rows[i + 1] = { entry[1], entry[2][2], entry[2][4] }
end
return reply('ok', rows)
