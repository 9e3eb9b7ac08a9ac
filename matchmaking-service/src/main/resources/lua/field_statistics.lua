-- Reads how busy fields are.
-- KEYS[1] the event log
-- ARGV codes of the fields
-- Answers ok + rows {code, waiting tickets, experts who are not in a call, experts in a call, the estimate for somebody new (JSON)}.
local rows = {}
for i, field in ipairs(ARGV) do
  local waiting = redis.call('ZCARD', '{mm}:asking:' .. field)
  rows[i] = { field, tostring(waiting), tostring(count_online(field, 1, 2)), tostring(count_online(field, 3, 3)),
    cjson.encode(newcomers_estimate(field, waiting)) }
end
return reply('ok', rows)
