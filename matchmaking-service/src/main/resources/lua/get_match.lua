-- Reads a match.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account
-- Answers ok + the match as this participant sees it, or not-found for everybody else.
local match = hash(match_key(ARGV[1]))
if not match or (match.learner ~= ARGV[2] and match.expert ~= ARGV[2]) then return reply('not-found') end
return reply('ok', cjson.encode(match_view(ARGV[1], match, ARGV[2])))
