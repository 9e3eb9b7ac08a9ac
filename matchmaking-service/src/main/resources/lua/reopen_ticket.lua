-- Undoes that a learner did not come: the ticket waits again at the place that it has kept, and the miss is taken back.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account, [3] revisions that the caller means, empty for any,
--      [4] the session that it is of from now on, '' if nobody knows
-- Answers ok + the ticket, not-found, stale when the ticket has another revision, or conflict + the state that forbids it (failed: it
-- is too late, or was done before), exists + the account's open ticket, or banned.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or not owns(ticket, ARGV[2]) then return reply('not-found') end
if is_banned(ticket.account) then return reply('banned') end
if is_stale(ticket, ARGV[3]) then return reply('stale') end
if not may(ticket, 'reopen') or any_deleted(ticket.createdAt, ticket.account) then return reply('conflict', ticket.state) end
local reopenUntil = tonumber(redis.call('ZSCORE', '{mm}:reopenable', id) or 0)
if reopenUntil <= now and not (reopenUntil > 0 and deadlines_hold()) then return reply('conflict', ticket.state) end
local open = redis.call('HGET', account_key(ticket.account), 'ticket')
if open and redis.call('EXISTS', ticket_key(open)) == 1 then return reply('exists', open) end

redis.call('ZREM', '{mm}:reopenable', id)
redis.call('HSET', account_key(ticket.account), 'ticket', id)
redis.call('PERSIST', ticket_key(id))
redis.call('PERSIST', '{mm}:declined:' .. id)
forgive(ticket.account)
wait_on(id, ticket)
requeue_ticket(id, ticket, 'reopen', { reopened = '1', reason = false, matchId = false, session = ARGV[4] })
return reply('ok', cjson.encode(ticket_view(id, ticket, ARGV[2])))
