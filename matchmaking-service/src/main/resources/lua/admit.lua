-- Reads what a room pass of this participant says.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account
-- Answers ok + {room, peer, name, role}, not-found, or conflict when the match is completed.
local match = hash(match_key(ARGV[1]))
if not match or (match.learner ~= ARGV[2] and match.expert ~= ARGV[2]) then return reply('not-found') end
if match.state == 'completed' then return reply('conflict', match.state) end
return reply('ok', admission(match, match.learner == ARGV[2] and 'learner' or 'expert'))
