-- Puts a new ticket into the queue.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account, [3] display name, [4] field code, [5] field name, [6] languages (JSON array),
--      [7] problem, [8] longest wait in ms, [9] longest pause in ms,
--      [10] ms in which a failed one can be reopened, [11] the session that asks, '' if nobody knows, and if somebody else asks on
--      the account's behalf: [12] account of the integrator, [13] the learner's id there, and if this is to happen in a sandbox:
--      [14] scenario, [15] '1' for a simulated learner, [16] length of the call in ms, [17] ms for each answer and for coming
--      into the room, empty for the usual ones, [18] pauses for misses: ms separated by commas, [19] ms until the first look,
--      [20] most tickets in sandboxes, [21] most of one integrator
-- Answers ok + the ticket, exists + the id of the account's open ticket, busy when the sandboxes are full, crowded when the
-- integrator's are, banned, or gone when the id is that of somebody else's ticket or of one that was over long ago. A ticket that
-- is there already is answered again.
local LISTED = 172800000   -- ms that a ticket is listed after its creation: longer than it can live and be kept
local id, account, integrator = ARGV[1], ARGV[2], ARGV[12]
if is_banned(account) then return reply('banned') end
local known = hash(ticket_key(id))
if known then
  -- A retry comes soon. Whoever sends the same again a day later asks again, though the ticket can still be asked for; to the
  -- same id only a try of the version before leads, which made it of the key alone.
  local formerly = OVER[known.state] and tonumber(known.createdAt) + KEPT <= now
  if known.account ~= account or formerly then return reply('gone') end
  return reply('ok', cjson.encode(ticket_view(id, known, integrator)))
end
local open = redis.call('HGET', account_key(account), 'ticket')
if open and redis.call('EXISTS', ticket_key(open)) == 1 then return reply('exists', open) end
local scenario = ARGV[14]
if scenario then
  if redis.call('ZCARD', '{mm}:sandboxes') >= tonumber(ARGV[20]) then return reply('busy') end
  redis.call('ZREMRANGEBYSCORE', sandboxes_key(integrator), '-inf', now - LISTED)
  if redis.call('ZCARD', sandboxes_key(integrator)) >= tonumber(ARGV[21]) then return reply('crowded') end
end

local ticket = {
  account = account, name = ARGV[3], field = ARGV[4], fieldName = ARGV[5], languages = ARGV[6], problem = ARGV[7],
  state = 'queued', seq = redis.call('INCR', '{mm}:seq'), turn = 0, revision = 1,
  createdAt = now, waitUntil = now + tonumber(ARGV[8]), longestPause = ARGV[9], pausedMs = 0,
  reopenWithin = ARGV[10], session = ARGV[11],
  integrator = integrator, externalId = ARGV[13] }
if scenario then
  local time = ARGV[17] ~= '' and ARGV[17] or nil
  ticket.sandbox, ticket.scenario, ticket.simulated = id, scenario, ARGV[15]
  ticket.callTime, ticket.offerTime, ticket.showTime, ticket.coolDowns = ARGV[16], time, time, ARGV[18]
  forget_misses(account)
  redis.call('ZADD', '{mm}:sandboxes', now + tonumber(ARGV[19]), id)
  redis.call('ZADD', sandboxes_key(integrator), now, id)
  redis.call('PEXPIRE', sandboxes_key(integrator), LISTED)
end
if integrator then
  redis.call('HSET', learner_key(account), 'integrator', integrator, 'externalId', ARGV[13], 'name', ARGV[3])
  if scenario then redis.call('HSET', learner_key(account), 'sandbox', 1) end
  redis.call('PEXPIRE', learner_key(account), LEARNER_KEPT)
end
local flat = {}
for name, value in pairs(ticket) do flat[#flat + 1] = name; flat[#flat + 1] = value end
redis.call('HSET', ticket_key(id), unpack(flat))
redis.call('HSET', account_key(account), 'ticket', id)
redis.call('ZADD', '{mm}:waiting:' .. queue_of(ticket), ticket.seq, id)
local asked = '{mm}:tickets-of:' .. (integrator or account)
redis.call('ZREMRANGEBYSCORE', asked, '-inf', now - LISTED)
redis.call('ZADD', asked, now, id)
redis.call('PEXPIRE', asked, LISTED)
redis.call('ZADD', '{mm}:longest-waits', ticket.waitUntil, id)
if not in_match(account) then index_ticket(id, ticket) end
file_asking(id, ticket, 'none')
list_open(id, ticket, 'queued')
counted('ticket:queued', ticket)
tell_ticket(id, ticket)
return reply('ok', cjson.encode(ticket_view(id, ticket, integrator)))
