-- Reads how things stand in the sandboxes that are to be looked at, and keeps the experts in them alive. Those whose ticket
-- is over are cleared away.
-- KEYS[1] the event log
-- ARGV[1] ms until they are to be looked at again, by whichever instance, [2] most sandboxes, [3] lease of experts in ms
-- Answers ok + rows {scene (JSON)}.
local function expert_in(id, number)
  local account = 'sim_' .. number .. '_' .. id
  local misses = tonumber(redis.call('HGET', misses_key(account), 'count') or 0)
  return {
    account = account, online = redis.call('EXISTS', availability_key(account)) == 1,
    passed = misses > 0 or redis.call('SISMEMBER', '{mm}:declined:' .. id, account) == 1 }
end

local function renew(account)
  local leaseUntil = now + tonumber(ARGV[3])
  redis.call('HSET', availability_key(account), 'leaseUntil', leaseUntil)
  redis.call('ZADD', '{mm}:leases', leaseUntil, account)
end

local function offer_in(ticket)
  local offer = ticket.state == 'offered' and hash(offer_key(ticket.offer))
  return offer and { id = ticket.offer, expert = offer.expert, accepted = offer.accepted == '1', ready = offer.ready == '1' }
    or nil
end

local function match_in(ticket)
  local match = (ticket.state == 'matched' or ticket.state == 'in-call') and hash(match_key(ticket.matchId))
  return match and {
    id = ticket.matchId, room = match.room, expert = match.expert, expertPeer = match.expertPeer,
    learnerPeer = match.learnerPeer, expertJoined = match.expertJoined ~= nil, learnerJoined = match.learnerJoined ~= nil,
    talkedEnough = match.inCallAt ~= nil and tonumber(match.inCallAt) + tonumber(ticket.callTime) <= now } or nil
end

local rows = {}
for _, id in ipairs(redis.call('ZRANGE', '{mm}:sandboxes', '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[2])) do
  local ticket = hash(ticket_key(id))
  local experts = { expert_in(id, 1), expert_in(id, 2) }
  if not ticket or OVER[ticket.state] and not redis.call('ZSCORE', '{mm}:reopenable', id) then
    redis.call('ZREM', '{mm}:sandboxes', id)
    if ticket then redis.call('ZREM', sandboxes_key(ticket.integrator), id) end
    for _, expert in ipairs(experts) do
      if expert.online then end_availability(expert.account, hash(availability_key(expert.account)), 'by-account') end
    end
  else
    redis.call('ZADD', '{mm}:sandboxes', now + tonumber(ARGV[1]), id)
    for _, expert in ipairs(experts) do
      if expert.online then renew(expert.account) end
    end
    rows[#rows + 1] = { cjson.encode({
      ticket = id, learner = ticket.account, scenario = ticket.scenario, simulated = ticket.simulated == '1',
      state = ticket.state, field = field_view(ticket), languages = cjson.decode(ticket.languages),
      missed = tonumber(redis.call('HGET', misses_key(ticket.account), 'count') or 0) > 0,
      experts = experts, offer = offer_in(ticket), match = match_in(ticket) }) }
  end
end
return reply('ok', rows)
