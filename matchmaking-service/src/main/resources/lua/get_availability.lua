-- Reads an availability.
-- KEYS[1] the event log
-- ARGV[1] account
-- Answers ok + the availability, or not-found when there is none.
local availability = hash(availability_key(ARGV[1]))
if not availability then return reply('not-found') end
return reply('ok', cjson.encode(availability_view(availability)))
