-- Asks whether a join link still works.
-- KEYS[1] the event log
-- ARGV[1] account of the learner, [2] when it was made, in ms since 1970
-- Answers ok, or gone when its learner was forgotten, or its integrator shut out, since.
local account, made = ARGV[1], tonumber(ARGV[2])
for _, one in ipairs({ account, redis.call('HGET', learner_key(account), 'integrator') or nil }) do
  local ended = redis.call('GET', links_ended_key(one))
  if ended and made <= tonumber(ended) then return reply('gone') end
end
return reply('ok')
