-- Reads the tickets that an account has asked for, newest first.
-- KEYS[1] the event log
-- ARGV[1] account of the learner or integrator, [2] open or all, [3] ms and [4] id of the ticket behind which to begin,
--      [5] most tickets
-- Answers ok + rows {ticket (JSON), ms, id}, and if there may be more a last one with '' for a ticket: behind it the next begin.
local READ = 500        -- ids that are read at once, when those for a page were not enough
local MOST_GONE = 2000  -- ids whose tickets are gone that are passed over before others get their turn
queues = {}
local owner, before, beforeId, most = ARGV[1], tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])
local key = (ARGV[2] == 'open' and '{mm}:open-of:' or '{mm}:tickets-of:') .. owner
local rows, gone, passed = {}, 0, nil
-- By rank and not by score: what was passed over is not counted through again.
local from, count = redis.call('ZCOUNT', key, '(' .. ARGV[3], '+inf'), most + 1
while true do
  local found = redis.call('ZRANGE', key, from, from + count - 1, 'REV', 'WITHSCORES')
  for i = 1, #found, 2 do
    local id, ms = found[i], found[i + 1]
    if tonumber(ms) < before or id < beforeId then
      local ticket = hash(ticket_key(id))
      if gone == MOST_GONE or ticket and #rows == most then
        rows[#rows + 1] = passed
        return reply('ok', rows)
      end
      if ticket then rows[#rows + 1] = { cjson.encode(ticket_view(id, ticket, owner)), ms, id } else gone = gone + 1 end
      passed = { '', ms, id }
    end
  end
  if #found < 2 * count then return reply('ok', rows) end
  from, count = from + count, READ
end
