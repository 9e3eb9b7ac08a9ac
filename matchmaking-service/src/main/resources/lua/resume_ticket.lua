-- Lets a paused ticket wait on, at the place that it has kept.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account, [3] revisions that the caller means, empty for any,
--      [4] the session that it is of from now on, '' if nobody knows
-- Answers ok + the ticket, not-found, stale when the ticket has another revision, or conflict + the state that forbids it, or
-- cooling + until when its learner has to pause (ISO).
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or not owns(ticket, ARGV[2]) then return reply('not-found') end
if is_stale(ticket, ARGV[3]) then return reply('stale') end
if not may(ticket, 'resume') then return reply('conflict', ticket.state) end
local pausedUntil = math.max(cooling_until(ticket.account) or 0, tonumber(ticket.resumableAt))
if pausedUntil > now then return reply('cooling', iso(pausedUntil)) end

detach_ticket(id, ticket)
requeue_ticket(id, ticket, 'resume', {
  pausedMs = tonumber(ticket.pausedMs) + now - tonumber(ticket.pausedAt), session = ARGV[4] })
return reply('ok', cjson.encode(ticket_view(id, ticket, ARGV[2])))
