-- Pauses a waiting ticket, which keeps its place; an open offer of it is withdrawn. Pausing it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account, [3] revisions that the caller means, empty for any
-- Answers ok + the ticket, not-found, stale when the ticket has another revision, or conflict + the state that forbids it.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or not owns(ticket, ARGV[2]) then return reply('not-found') end
if is_stale(ticket, ARGV[3]) then return reply('stale') end
if ticket.state ~= 'paused' then
  if not may(ticket, 'pause') then return reply('conflict', ticket.state) end
  local expert = detach_ticket(id, ticket)
  pause_ticket(id, ticket, 'by-learner', now)
  if expert then free_expert(expert) end
end
return reply('ok', cjson.encode(ticket_view(id, ticket, ARGV[2])))
