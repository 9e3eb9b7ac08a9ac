-- Reads the waiting tickets of a field from one place on, for those whose place has changed: not
-- for those whose place is only kept.
-- KEYS[1] the event log
-- ARGV[1] field code, [2] first rank, from 0, [3] last rank
-- Answers ok + rows, first {position} and then {account, the ticket (JSON)}.
queues = {}
local rows = { { position() } }
for _, id in ipairs(redis.call('ZRANGE', '{mm}:waiting:' .. ARGV[1], ARGV[2], ARGV[3])) do
  local ticket = hash(ticket_key(id))
  if ticket and has_place(ticket) then
    rows[#rows + 1] = { ticket.account, cjson.encode({ type = 'ticket', ticket = ticket_view(id, ticket) }) }
  end
end
return reply('ok', rows)
