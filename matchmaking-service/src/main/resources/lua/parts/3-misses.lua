-- Who left others waiting, and so has to pause: misses of an account count up, and each pause is longer than the last.

local MISSES_KEPT = 86400000   -- ms after the last one until they are forgotten
local DECLINES_IN = 3600000    -- ms within which declines are counted

local function misses_key(account) return '{mm}:misses:' .. account end

-- One more miss, about an offer or a match. The pauses are ms separated by commas, one for each miss; the last one repeats.
-- Answers until when (ms).
local function miss(account, why, about, pauses)
  local key = misses_key(account)
  local count = redis.call('HINCRBY', key, 'count', 1)
  local pause, step = 0, 0
  for ms in string.gmatch(pauses, '%d+') do
    step = step + 1
    if step <= count then pause = tonumber(ms) end
  end
  redis.call('HSET', key, 'until', now + pause)
  redis.call('PEXPIRE', key, MISSES_KEPT)
  counted('miss:' .. why, about)
  return now + pause
end

-- Takes the last miss back.
local function forgive(account)
  local key = misses_key(account)
  local count = tonumber(redis.call('HGET', key, 'count') or 0)
  if count > 0 then redis.call('HINCRBY', key, 'count', -1) end
  redis.call('HDEL', key, 'until')
end

-- A completed call makes up for all that was missed before.
local function forget_misses(account)
  redis.call('HDEL', misses_key(account), 'count', 'until')
end

-- One more declined offer. Answers whether it is one more than are free within an hour.
local function too_many_declines(account, free)
  local key = misses_key(account)
  local since = tonumber(redis.call('HGET', key, 'declinesSince') or 0)
  if now - since >= DECLINES_IN then redis.call('HSET', key, 'declinesSince', now, 'declines', 0) end
  local declines = redis.call('HINCRBY', key, 'declines', 1)
  redis.call('PEXPIRE', key, MISSES_KEPT)
  return declines > tonumber(free)
end
