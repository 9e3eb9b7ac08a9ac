-- How long a ticket may still wait, told as an interval. How and why is written in the class Estimate.

local DEPARTURES = 31         -- matches of a field that are looked at
local ENOUGH = 5              -- matches without which nothing is said
local PACE_STANDS = 1000      -- ms for which the pace of a field is not reckoned anew, once that many are looked at
local AT_ONCE = 1000          -- ms within which a ticket was offered if an expert was idle when it came
local UNSERVED = 20000        -- ms after which a ticket knows that those who are idle are not for it
local SHRINK = 5              -- matches until the spread that was seen counts as much as that of an exponential time
local Z90 = 1.2815515594600038   -- the 90 % quantile of the normal distribution

-- The quantile of the F distribution at z standard deviations (Paulson 1942).
local function f_quantile(z, df1, df2)
  local a, b = 2 / (9 * df1), 2 / (9 * df2)
  local spread = math.max(0, (1 - b) ^ 2 * a + (1 - a) ^ 2 * b - a * b * z * z)
  local below = (1 - b) ^ 2 - b * z * z
  if below <= 0.01 then return z < 0 and 0 or 100 end
  local root = ((1 - b) * (1 - a) + z * math.sqrt(spread)) / below
  return root <= 0 and 0 or math.min(100, root ^ 3)
end

-- Where 80 % of the sums of so many times lie, as multiples of their mean, when as many times were seen with this spread.
local function factors(times, seen, variance)
  local shape = 1 / variance
  local df1, df2 = 2 * times * shape, 2 * seen * shape
  return f_quantile(-Z90, df1, df2), f_quantile(Z90, df1, df2)
end

-- Count, mean and squared coefficient of variation (drawn towards 1, that of an exponential time) of a list.
local function summary(list)
  local count, sum, squares = #list, 0, 0
  for _, value in ipairs(list) do sum = sum + value; squares = squares + value * value end
  local mean = count > 0 and sum / count or 0
  local variance = 1
  if mean > 0 then variance = math.max(0, squares / count - mean * mean) / (mean * mean) end
  return count, mean, math.min(4, math.max(0.25, (count * variance + SHRINK) / (count + SHRINK)))
end

-- The pace of a field, from its last matches: 'ms at the head of the queue:experts then:1 if it had to wait:ms to answer' each.
local function pace_of(departures)
  local works, answers = {}, {}
  for _, departure in ipairs(departures) do
    local head, experts, waited, answer = string.match(departure, '^(%d+):(%d+):(%d):(%d+)$')
    if waited == '1' then works[#works + 1] = tonumber(head) * tonumber(experts) end
    answers[#answers + 1] = tonumber(answer)
  end
  local pace = {}
  pace.heads, pace.work, pace.workVariance = summary(works)
  pace.answers, pace.answer, pace.answerVariance = summary(answers)
  return pace
end

local function rounded(ms, way)
  local seconds = ms / 1000
  local step = seconds < 60 and 5 or seconds < 600 and 30 or 60
  return way(seconds / step) * step
end

local function interval(from, to)
  from = rounded(from, math.floor)
  return { kind = 'interval', fromSeconds = from, toSeconds = math.max(rounded(to, math.ceil), from + 5) }
end

-- The estimate for a ticket with so many others before it, while so many experts serve its field, so many of them idle, and
-- the first of the queue has stood there for so many ms.
local function estimate(pace, before, serving, idle, stalled)
  if serving == 0 then return { kind = 'no-expert' } end
  if before < idle then
    if pace.answers < ENOUGH then return { kind = 'unknown' } end
    local low, high = factors(1, pace.answers, pace.answerVariance)
    return interval(pace.answer * low, pace.answer * high)
  end
  if pace.heads < ENOUGH then return { kind = 'unknown' } end
  local turns = before - idle + 1
  local mean = turns * (pace.work + stalled * serving / pace.heads) / serving
  local low, high = factors(turns, pace.heads, pace.workVariance)
  return interval(mean * low + pace.answer, mean * high + pace.answer)
end

-- Everything below reads and writes the queue.

local PACE = { 'heads', 'work', 'workVariance', 'answers', 'answer', 'answerVariance', 'last' }

local function read_pace(field)
  local values, pace = redis.call('HMGET', '{mm}:pace:' .. field, unpack(PACE)), {}
  for i, name in ipairs(PACE) do pace[name] = tonumber(values[i] or 0) end
  return pace
end

-- How many experts of a field are in states from this to that one: 1 available, 2 offered, 3 in a call, 4 takes nothing.
local function count_online(field, from, to)
  local count = 0
  for _, code in ipairs(prefixes(field)) do count = count + redis.call('ZCOUNT', '{mm}:online:' .. code, from, to) end
  return count
end

local function waits_since(ticket)
  return tonumber(ticket.createdAt) + tonumber(ticket.pausedMs or 0)
end

local ASKS = { queued = true, offered = true }

-- Files a ticket that was in another state, or in none, under those that wait for an expert or for both to be ready, in the
-- order of their places.
local function file_asking(id, ticket, before)
  if ASKS[ticket.state] == ASKS[before] then return end
  local key = '{mm}:asking:' .. queue_of(ticket)
  if ASKS[ticket.state] then
    redis.call('ZADD', key, ticket.seq, id)
  else
    redis.call('ZREM', key, id)
  end
end

-- Reckons the pace of a field from its last matches, the newest of which was offered then.
local function reckon_pace(key, waits, claimed)
  local pace = pace_of(redis.call('LRANGE', waits, 0, -1))
  pace.last = claimed
  local flat = { 'reckonedAt', now }
  for _, name in ipairs(PACE) do flat[#flat + 1] = name; flat[#flat + 1] = string.format('%.6f', pace[name]) end
  redis.call('HSET', key, unpack(flat))
  redis.call('PEXPIRE', waits, KEPT)
  redis.call('PEXPIRE', key, KEPT)
end

-- A match of this ticket has begun, by this offer: the field's pace is known better.
local function departed(ticket, offer)
  if ticket.sandbox then return end
  local field, claimed = ticket.field, tonumber(offer.madeAt)
  local waits, key = '{mm}:waits:' .. field, '{mm}:pace:' .. field
  local known = redis.call('HMGET', key, 'last', 'reckonedAt')
  local since = waits_since(ticket)
  local head = math.max(0, claimed - math.max(since, tonumber(known[1] or 0)))
  local departure = string.format('%.0f:%d:%d:%.0f', head, math.max(1, count_online(field, 1, 3)),
    claimed - since >= AT_ONCE and 1 or 0, math.max(0, now - claimed))
  local count = redis.call('LPUSH', waits, departure)
  redis.call('LTRIM', waits, 0, DEPARTURES - 1)
  if count > DEPARTURES and now - tonumber(known[2] or 0) < PACE_STANDS then
    redis.call('HSET', key, 'last', claimed)
  else
    reckon_pace(key, waits, claimed)
  end
end

-- How long the first of a field's queue has been without an offer, since the last one of the field.
local function stalled_for(field, last)
  local first = redis.call('ZRANGE', '{mm}:asking:' .. field, 0, 0)[1]
  if not first then return 0 end
  local read = redis.call('HMGET', ticket_key(first), 'state', 'createdAt', 'pausedMs')
  if read[1] ~= 'queued' then return 0 end
  return math.max(0, now - math.max(last, waits_since({ createdAt = read[2], pausedMs = read[3] or nil })))
end

-- The estimate for somebody new who would ask about this field.
local function newcomers_estimate(field, before)
  local pace = read_pace(field)
  return estimate(pace, before, count_online(field, 1, 3), count_online(field, 1, 1), stalled_for(field, pace.last))
end

-- Whether somebody else than the learner is online who could help, now or after a call.
local function can_be_helped(ticket)
  local found = false
  each_index('online', prefixes(queue_of(ticket)), cjson.decode(ticket.languages), function(key)
    if found then return end
    local experts = redis.call('SCARD', key)
    if experts > 1 or experts == 1 and redis.call('SISMEMBER', key, ticket.account) == 0 then found = true end
  end)
  return found
end

-- What all who wait in a field's queue share: { pace, experts serving, experts idle, ms for which the first has had no offer }.
local function state_of_queue(field)
  local found = queues and queues[field]
  if found then return found end
  local pace = read_pace(field)
  found = { pace = pace, serving = math.max(1, count_online(field, 1, 3)), idle = count_online(field, 1, 1),
    stalled = stalled_for(field, pace.last) }
  if queues then queues[field] = found end
  return found
end

local function estimate_of(id, ticket)
  if not can_be_helped(ticket) then return { kind = 'no-expert' } end
  local field = queue_of(ticket)
  if ticket.state == 'offered' then return estimate(read_pace(field), 0, 1, 1, 0) end
  local queue = state_of_queue(field)
  local before = redis.call('ZCOUNT', '{mm}:asking:' .. field, '-inf', '(' .. ticket.seq)
  local idle = now - waits_since(ticket) < UNSERVED and queue.idle or 0
  return estimate(queue.pace, before, queue.serving, idle, queue.stalled)
end
