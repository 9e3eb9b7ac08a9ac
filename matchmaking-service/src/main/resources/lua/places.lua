-- Reads the waiting tickets of a field from one place on, for those whose place has changed.
-- KEYS[1] the event log
-- ARGV[1] field code, [2] first rank, from 0, [3] last rank
-- Answers ok + rows, first {position} and then {account, the ticket (JSON)}.
queues = {}
local rows = { { position() } }
for i, id in ipairs(redis.call('ZRANGE', '{mm}:waiting:' .. ARGV[1], ARGV[2], ARGV[3])) do
  local ticket = hash(ticket_key(id))
  rows[i + 1] = { ticket.account, cjson.encode({ type = 'ticket', ticket = ticket_view(id, ticket) }) }
end
return reply('ok', rows)
