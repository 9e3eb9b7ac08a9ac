-- Reads the tickets that an account has asked for, newest first.
-- KEYS[1] the event log
-- ARGV[1] account of the learner or integrator, [2] open or all, [3] ms and [4] id of the ticket behind which to begin,
--      [5] most tickets
-- Answers ok + rows {ticket (JSON), ms, id}, one more than asked for if there are more.
queues = {}
local owner, before, beforeId, most = ARGV[1], tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])
local key = (ARGV[2] == 'open' and '{mm}:open-of:' or '{mm}:tickets-of:') .. owner
local rows, offset = {}, 0
while #rows <= most do
  local found = redis.call('ZRANGE', key, before, '-inf', 'BYSCORE', 'REV', 'LIMIT', offset, most + 1, 'WITHSCORES')
  if #found == 0 then break end
  offset = offset + #found / 2
  for i = 1, #found, 2 do
    local id, ms = found[i], found[i + 1]
    local behind = tonumber(ms) < before or id < beforeId
    local ticket = behind and #rows <= most and hash(ticket_key(id))
    if ticket then rows[#rows + 1] = { cjson.encode(ticket_view(id, ticket, owner)), ms, id } end
  end
end
return reply('ok', rows)
