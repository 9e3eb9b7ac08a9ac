-- A participant ends the match for both. Before the call has begun, that is an expert's decline of the ticket, which waits again at
-- its place, and a learner's taking it back. Leaving it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account, [3] how many declines are free within an hour, [4] pauses for misses: ms separated by commas
-- Answers ok or not-found.
local id, account = ARGV[1], ARGV[2]
local match = participation(id, account)
if not match then return reply('not-found') end
if match.state == 'matched' and account == match.expert then turn_down(match.ticket, account, match, ARGV[3], ARGV[4]) end
quit_match(id, match, account, 'left', 'by-learner')
return reply('ok')
