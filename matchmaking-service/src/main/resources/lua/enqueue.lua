-- Puts a new ticket into the queue.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account, [3] display name, [4] field code, [5] field name, [6] languages (JSON array),
--      [7] problem, [8] longest wait in ms, [9] longest pause in ms,
--      [10] ms in which a failed one can be reopened, and if somebody else asks on the account's behalf:
--      [11] account of the integrator, [12] the learner's id there
-- Answers ok + the ticket, or exists + the id of the account's open ticket. A ticket that is there already is answered again.
local LISTED = 172800000   -- ms that a ticket is listed after its creation: longer than it can live and be kept
local id, account, integrator = ARGV[1], ARGV[2], ARGV[11]
local known = hash(ticket_key(id))
if known and known.account == account then return reply('ok', cjson.encode(ticket_view(id, known, integrator))) end
local open = redis.call('HGET', account_key(account), 'ticket')
if open then return reply('exists', open) end

local ticket = {
  account = account, name = ARGV[3], field = ARGV[4], fieldName = ARGV[5], languages = ARGV[6], problem = ARGV[7],
  state = 'queued', seq = redis.call('INCR', '{mm}:seq'), turn = 0, revision = 1,
  createdAt = now, waitUntil = now + tonumber(ARGV[8]), longestPause = ARGV[9], pausedMs = 0,
  reopenWithin = ARGV[10],
  integrator = integrator, externalId = ARGV[12] }
if integrator then
  redis.call('HSET', learner_key(account), 'integrator', integrator, 'externalId', ARGV[12], 'name', ARGV[3])
  redis.call('PEXPIRE', learner_key(account), LEARNER_KEPT)
end
local flat = {}
for name, value in pairs(ticket) do flat[#flat + 1] = name; flat[#flat + 1] = value end
redis.call('HSET', ticket_key(id), unpack(flat))
redis.call('HSET', account_key(account), 'ticket', id)
redis.call('ZADD', '{mm}:waiting:' .. ticket.field, ticket.seq, id)
local asked = '{mm}:tickets-of:' .. (integrator or account)
redis.call('ZREMRANGEBYSCORE', asked, '-inf', now - LISTED)
redis.call('ZADD', asked, now, id)
redis.call('PEXPIRE', asked, LISTED)
redis.call('ZADD', '{mm}:longest-waits', ticket.waitUntil, id)
if not in_match(account) then index_ticket(id, ticket) end
file_asking(id, ticket)
list_open(id, ticket, 'queued')
changes[#changes + 1] = 'ticket:queued'
tell_ticket(id, ticket)
return reply('ok', cjson.encode(ticket_view(id, ticket, integrator)))
