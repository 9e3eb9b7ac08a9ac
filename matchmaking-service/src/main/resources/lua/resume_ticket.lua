-- Lets a paused ticket wait on, at the place that it has kept.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account
-- Answers ok + the ticket, not-found, or conflict + the state that forbids it.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or ticket.account ~= ARGV[2] then return reply('not-found') end
if ticket.state ~= 'paused' then return reply('conflict', ticket.state) end

redis.call('ZREM', '{mm}:pauses', id)
requeue_ticket(id, ticket, { pausedMs = tonumber(ticket.pausedMs) + now - tonumber(ticket.pausedAt) })
return reply('ok', cjson.encode(ticket_view(id, ticket)))
