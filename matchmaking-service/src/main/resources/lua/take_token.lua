-- Takes a token out of an integrator's bucket, if there is one. The bucket is one number: when it will be full.
-- KEYS[1] the event log
-- ARGV[1] account, [2] tokens in a full bucket, [3] ms in which an empty one fills up
-- Answers ok + {allowed, remaining, full, retryAfter}; times are in ms from now, rounded up.
local key = '{mm}:bucket:' .. ARGV[1]
local tokens, capacity = tonumber(ARGV[2]), tonumber(ARGV[3]) * 1000
local interval = math.floor(capacity / tokens)
capacity = interval * tokens
local micros = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local full = math.max(tonumber(redis.call('GET', key) or 0), micros)
local allowed = full + interval - micros <= capacity
if allowed then
  full = full + interval
  redis.call('SET', key, string.format('%.0f', full), 'PX', math.ceil((full - micros) / 1000))
end
local free = capacity - (full - micros)
return reply('ok', cjson.encode({
  allowed = allowed, remaining = math.floor(free / interval), full = math.ceil((full - micros) / 1000),
  retryAfter = math.ceil(math.max(0, interval - free) / 1000) }))
