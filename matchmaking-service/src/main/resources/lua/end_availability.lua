-- Ends an availability at the account's own wish; an open offer goes back to the queue. Ending none changes nothing.
-- KEYS[1] the event log
-- ARGV[1] account
-- Answers ok.
local availability = hash(availability_key(ARGV[1]))
if availability then end_availability(ARGV[1], availability, 'by-account') end
return reply('ok')
