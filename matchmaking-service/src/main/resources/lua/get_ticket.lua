-- Reads a ticket.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account of its learner or integrator
-- Answers ok + the ticket, or not-found when there is none or it is somebody else's.
local ticket = hash(ticket_key(ARGV[1]))
if not ticket or not owns(ticket, ARGV[2]) then return reply('not-found') end
return reply('ok', cjson.encode(ticket_view(ARGV[1], ticket, ARGV[2])))
