-- How tickets, availabilities, offers and matches look to the outside; REST answers and events share these.

local function field_view(fields)
  return { code = fields.field, name = fields.fieldName }
end

-- The ready check as its learner sees it.
local function ready_check_view(id)
  local offer = hash(offer_key(id))
  return {
    offerId = id, expiresAt = iso(tonumber(offer.expiresAt)), ready = offer.ready == '1',
    expert = { displayName = offer.expertName }, because = cjson.decode(offer.because) }
end

local HAS_MATCH = { matched = true, ['in-call'] = true, completed = true, failed = true, cancelled = true }

-- Whether a ticket shows its place.
local function has_place(ticket)
  return ticket.state == 'queued' or ticket.state == 'offered' or ticket.state == 'paused'
end

-- A ticket as its learner sees it.
local function view_of_ticket(id, ticket)
  local state = ticket.state
  local view = {
    id = id, state = state, revision = tonumber(ticket.revision), field = field_view(ticket),
    languages = cjson.decode(ticket.languages), problem = ticket.problem, createdAt = iso(tonumber(ticket.createdAt)),
    matchId = HAS_MATCH[state] and ticket.matchId or nil, sandbox = ticket.sandbox and true or nil }
  if has_place(ticket) then
    local rank = redis.call('ZRANK', '{mm}:waiting:' .. queue_of(ticket), id)
    if rank then view.place = rank + 1 end
    view.estimate = estimate_of(id, ticket)
  end
  if state == 'offered' then
    view.readyCheck = ready_check_view(ticket.offer)
  elseif state == 'paused' then
    view.pause = {
      reason = ticket.pauseReason, resumableAt = iso(tonumber(ticket.resumableAt)), endsAt = iso(tonumber(ticket.pauseEndsAt)) }
  else
    view.reason = ticket.reason
    view.reopenUntil = state == 'failed' and ticket.reopenUntil and iso(tonumber(ticket.reopenUntil)) or nil
  end
  return view
end

-- A ticket as its learner sees it, or as the integrator that has asked on the learner's behalf does. What a step answers is
-- what it has told, if it has told this revision.
local function ticket_view(id, ticket, viewer)
  local view = shown[id]
  if not view or view.revision ~= tonumber(ticket.revision) then
    view = view_of_ticket(id, ticket)
    shown[id] = view
  end
  if viewer and viewer == ticket.integrator then
    view.learner = { externalId = ticket.externalId, displayName = ticket.name }
  end
  return view
end

-- Whether the ticket is this account's own business: its learner's, or the integrator's that has asked for it.
local function owns(ticket, account)
  return ticket.account == account or ticket.integrator == account
end

local function availability_view(availability)
  return {
    state = availability.state, fields = cjson.decode(availability.fields),
    languages = cjson.decode(availability.languages), leaseUntil = iso(tonumber(availability.leaseUntil)),
    capacity = tonumber(availability.capacity), taken = tonumber(availability.taken or 0),
    doNotDisturb = availability.doNotDisturb ~= nil, autoAccept = availability.autoAccept ~= nil }
end

local function offer_view(id, offer, ticket)
  return {
    id = id, ticketId = offer.ticket, learner = { displayName = ticket.name }, field = field_view(ticket),
    languages = cjson.decode(ticket.languages), problem = ticket.problem, because = cjson.decode(offer.because),
    expiresAt = iso(tonumber(offer.expiresAt)), accepted = offer.accepted == '1', learnerReady = offer.ready == '1',
    waitedSeconds = math.floor((now - tonumber(ticket.createdAt)) / 1000), matchId = offer.match }
end

-- The match as this participant sees it.
local function match_view(id, match, account)
  local learner = match.learner == account
  return {
    id = id, role = learner and 'learner' or 'expert',
    peer = { displayName = learner and match.expertName or match.learnerName }, field = field_view(match),
    problem = match.problem, because = cjson.decode(match.because), startedAt = iso(tonumber(match.startedAt)),
    state = match.state, endedAt = match.endedAt and iso(tonumber(match.endedAt)), reason = match.reason,
    sandbox = match.sandbox and true or nil }
end
