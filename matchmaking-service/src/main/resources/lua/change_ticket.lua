-- Changes what a waiting ticket asks for; it keeps its place.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account, [3] revisions that the caller means, empty for any,
--      [4] problem, empty for the same, [5] languages (JSON array), empty for the same
-- Answers ok + the ticket, not-found, stale when the ticket has another revision, or conflict + the state that forbids it.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or not owns(ticket, ARGV[2]) then return reply('not-found') end
if is_stale(ticket, ARGV[3]) then return reply('stale') end
if not may(ticket, 'change') then return reply('conflict', ticket.state) end

local seen = ticket.state == 'queued' and not in_match(ticket.account)
if seen then unindex_ticket(id, ticket) end
move_ticket(id, ticket, 'change', {
  problem = ARGV[4] ~= '' and ARGV[4] or nil, languages = ARGV[5] ~= '' and ARGV[5] or nil })
if seen then index_ticket(id, ticket) end
return reply('ok', cjson.encode(ticket_view(id, ticket, ARGV[2])))
