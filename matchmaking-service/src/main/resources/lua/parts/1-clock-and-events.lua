-- What every step starts with: Redis' own clock, the event log, and what the step tells its instance.
-- KEYS[1] is always the event log: all keys carry the tag {mm}, so that one key names the slot of all of them.
-- Redis compiles all parts and steps once, as one library; what belongs to one call is set anew by begin().

-- Text where only commands take it: Redis formats a number each time that it is given one.
local LOG_LENGTH = '100000'     -- events kept in the log, about
local STREAM_LENGTH = '256'     -- events kept for one account, about
local STREAM_KEPT = '3600000'   -- ms that an account's events outlive its newest one
local INTEGRATORS_STREAM_LENGTH = '5000'   -- events kept for one integrator, about
local LEARNER_KEPT = 604800000              -- ms that it is known whose learner an account is, after the last news of it
local KEPT = 86400000           -- ms that finished tickets and matches can still be asked for

local LOG = '{mm}:log'

local clock     -- seconds since 1970 and µs, as Redis tells them
local now       -- ms since 1970, the same throughout a step
local told      -- streams that this step has written to, and so lives long enough
local shown     -- views of tickets that this step has made, by their ids
local queues    -- what is known of the queues of fields, in a step that reads many tickets and writes nothing; nil in others
local work      -- what the calling instance has to look at next: t:<ticket>:<turn>, e:<account>:<revision>, r:<room>,
                -- x:<room>:<peer>
local changes   -- what happened, for the metrics: <what>:<which>

local function begin()
  clock = redis.call('TIME')
  now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
  work, changes, told, shown, queues = {}, {}, {}, {}, nil
end

local function account_key(account) return '{mm}:account:' .. account end
local function ticket_key(id) return '{mm}:ticket:' .. id end
local function availability_key(account) return '{mm}:availability:' .. account end
local function offer_key(id) return '{mm}:offer:' .. id end
local function match_key(id) return '{mm}:match:' .. id end
local function learner_key(account) return '{mm}:learner:' .. account end
local function sandboxes_key(integrator) return '{mm}:sandboxes-of:' .. integrator end
local function stream_key(account) return '{mm}:events:' .. account end
local function links_ended_key(account) return '{mm}:links-ended:' .. account end
local function banned_key(account) return '{mm}:banned:' .. account end

-- Whether the account was banned lately. A request of it that was let in just before must not open anything.
local function is_banned(account)
  return redis.call('EXISTS', banned_key(account)) == 1
end

-- Counts a change for the metrics. What is about something of a sandbox happened to nobody.
local function counted(change, about)
  if not about.sandbox then changes[#changes + 1] = change end
end

-- The answer of a step: {outcome, body, work, changes}.
local function reply(outcome, body)
  return { outcome, body or '', work, changes }
end

-- A hash as a table, or nil when there is none. Asked in RESP3, Redis makes the table itself; every step begins with RESP2.
local function hash(key)
  redis.setresp(3)
  local fields = redis.call('HGETALL', key).map
  redis.setresp(2)
  if next(fields) == nil then return nil end
  return fields
end

-- Whether one id of a stream comes after another one.
local function id_after(id, other)
  local ms, number = string.match(id, '^(%d+)-(%d+)$')
  local otherMs, otherNumber = string.match(other, '^(%d+)-(%d+)$')
  ms, number, otherMs, otherNumber = tonumber(ms), tonumber(number), tonumber(otherMs), tonumber(otherNumber)
  return ms > otherMs or (ms == otherMs and number > otherNumber)
end

-- A day, counted from that of 1970-01-01, as ISO 8601 (Redis' Lua has no date functions).
local function date_of(days)
  local shifted = days + 719468
  local era = math.floor(shifted / 146097)
  local dayOfEra = shifted - era * 146097
  local yearOfEra = math.floor((dayOfEra - math.floor(dayOfEra / 1460) + math.floor(dayOfEra / 36524)
    - math.floor(dayOfEra / 146096)) / 365)
  local dayOfYear = dayOfEra - (365 * yearOfEra + math.floor(yearOfEra / 4) - math.floor(yearOfEra / 100))
  local month = math.floor((5 * dayOfYear + 2) / 153)
  local day = dayOfYear - math.floor((153 * month + 2) / 5) + 1
  month = month < 10 and month + 3 or month - 9
  local year = yearOfEra + era * 400 + (month <= 2 and 1 or 0)
  return string.format('%04d-%02d-%02d', year, month, day)
end

local dated = {}   -- the day that was asked for last, and what date that is: mostly today

-- Milliseconds since 1970 as ISO 8601 in UTC.
local function iso(ms)
  local seconds = math.floor(ms / 1000)
  local days, rest = math.floor(seconds / 86400), seconds % 86400
  if dated.days ~= days then dated = { days = days, text = date_of(days) } end
  return string.format('%sT%02d:%02d:%02d.%03dZ', dated.text, rest / 3600, rest % 3600 / 60, rest % 60, ms % 1000)
end

-- The log and the stream get the same entry under the same id. An admission, if there is one, is only for those who follow
-- the log: what it opens is open for a moment.
local function tell(account, type, data, length, admission)
  data.type = type
  local json = cjson.encode(data)
  local id
  if admission then
    id = redis.call('XADD', LOG, 'MAXLEN', '~', LOG_LENGTH, '*', 'account', account, 'type', type, 'data', json,
      'admission', admission)
  else
    id = redis.call('XADD', LOG, 'MAXLEN', '~', LOG_LENGTH, '*', 'account', account, 'type', type, 'data', json)
  end
  local stream = stream_key(account)
  redis.call('XADD', stream, 'MAXLEN', '~', length, id, 'type', type, 'data', json)
  if told[stream] then return end
  told[stream] = true
  redis.call('PEXPIRE', stream, STREAM_KEPT)
end

local OUTBOX = '{mm}:outbox'
local CALLED = '{mm}:called'

-- The accounts whose names or words are in what is told about a learner (JSON array).
local function named_in(learner, data)
  local offer = data.ticket and data.ticket.readyCheck
  local expert = offer and redis.call('HGET', offer_key(offer.offerId), 'expert')
    or data.match and redis.call('HGET', match_key(data.match.id), 'expert')
  return cjson.encode({ learner, expert or nil })
end

-- Leaves an event to be sent to the integrator's webhooks. As long as Redis does not know who has any, all are left.
local function leave_for_webhooks(integrator, type, data, learner)
  if redis.call('SISMEMBER', CALLED, integrator) == 0 and redis.call('EXISTS', CALLED) == 1 then return end
  local state = data.ticket and data.ticket.state or data.match and data.match.state
  local name = state and type .. '.' .. state or 'match.ended'
  redis.call('XADD', OUTBOX, '*', 'integrator', integrator, 'type', name, 'data', cjson.encode(data),
    'accounts', named_in(learner, data))
end

local INTEGRATORS_EVENTS = { ['ticket'] = true, ['match'] = true, ['match-ended'] = true }

-- Tells the integrator that has asked for a learner's help what the learner is told, and which ticket it is about.
local function tell_integrator(account, type, data)
  local learner = hash(learner_key(account))
  if not learner then return end
  redis.call('PEXPIRE', learner_key(account), LEARNER_KEPT)
  local copy = { learner = { externalId = learner.externalId, displayName = learner.name } }
  copy.sandbox = learner.sandbox and true or nil
  for name, value in pairs(data) do copy[name] = value end
  copy.ticketId = data.ticket and data.ticket.id
    or redis.call('HGET', match_key(data.matchId or data.match.id), 'ticket')
  copy.type = nil
  leave_for_webhooks(learner.integrator, type, copy, account)
  tell(learner.integrator, type, copy, INTEGRATORS_STREAM_LENGTH)
end

-- Tells an account, and the integrator behind it if there is one.
local function event(account, type, data, admission)
  tell(account, type, data, STREAM_LENGTH, admission)
  if INTEGRATORS_EVENTS[type] and string.sub(account, 1, 4) == 'ext_' then tell_integrator(account, type, data) end
end

-- The id of the newest event of the log, '0-0' while there is none.
local function position()
  local newest = redis.call('XREVRANGE', LOG, '+', '-', 'COUNT', 1)
  return newest[1] and newest[1][1] or '0-0'
end

-- Whether it is not yet as late as a key says (ms).
local function is_before(key)
  local ends = redis.call('GET', key)
  return ends and tonumber(ends) > now
end

-- Nobody could renew or answer while all instances, or Redis, were away: until then deadlines stand still.
local function deadlines_hold()
  return is_before('{mm}:grace')
end

-- Notes that something goes on without which deadlines are unfair. After a gap of so many ms there is a grace that is as long as
-- the gap was, up to a most.
local function goes_on(what, grace, gap, most)
  local silence = now - tonumber(redis.call('GET', what) or now)
  if silence > gap then
    local hold = math.min(silence, most)
    redis.call('SET', grace, now + hold, 'PX', hold)
  end
  redis.call('SET', what, now)
end

-- What is known of rooms. Nobody can be missed in them, and nobody should be sent there, while no instance hears what happens.
local rooms = { HEARD = '{mm}:rooms-heard', GRACE = '{mm}:rooms-grace', GAP = 5000, LONGEST_GRACE = 30000 }   -- the times in ms

-- Until when all that happened in rooms is known (ms).
function rooms.known_until()
  return tonumber(redis.call('GET', rooms.HEARD) or now)
end
