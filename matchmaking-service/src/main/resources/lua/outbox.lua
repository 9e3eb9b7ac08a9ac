-- Forgets events for webhooks that are in PostgreSQL, and reads those that are to be written there next.
-- KEYS[1] the event log
-- ARGV[1] most events to read, [2] most that may wait, then the ids of those that are written
-- Answers ok + rows, first {events waiting, forgotten unwritten} and then {id, integrator, type, data, accounts that it names (JSON
-- array; empty when the version before has left it)}, oldest first.
if #ARGV > 2 then redis.call('XDEL', OUTBOX, unpack(ARGV, 3)) end
local dropped, most = 0, tonumber(ARGV[2])
if redis.call('XLEN', OUTBOX) > most then dropped = redis.call('XTRIM', OUTBOX, 'MAXLEN', '=', most) end
local rows = { { tostring(redis.call('XLEN', OUTBOX)), tostring(dropped) } }
for i, entry in ipairs(redis.call('XRANGE', OUTBOX, '-', '+', 'COUNT', ARGV[1])) do
  rows[i + 1] = { entry[1], entry[2][2], entry[2][4], entry[2][6], entry[2][8] or '' }
end
return reply('ok', rows)
