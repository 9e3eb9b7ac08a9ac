-- A participant ends the match for both. Leaving it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account
-- Answers ok or not-found.
local match = hash(match_key(ARGV[1]))
if not match or (match.learner ~= ARGV[2] and match.expert ~= ARGV[2]) then return reply('not-found') end
end_match(ARGV[1], match, 'left')
return reply('ok')
