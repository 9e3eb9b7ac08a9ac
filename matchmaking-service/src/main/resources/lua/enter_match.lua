-- Notes by which session a participant comes into its match.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account, [3] the session
-- Answers ok, or not-found when it is over or others'.
local match, role = participation(ARGV[1], ARGV[2])
if not match or match.state == 'completed' then return reply('not-found') end
redis.call('HSET', match_key(ARGV[1]), role .. 'Session', ARGV[3])
return reply('ok')
