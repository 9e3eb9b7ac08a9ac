-- An instance says that it is alive, and sees when the others last did.
-- KEYS  1 instances (sorted set by the time of the last beat, ms)
-- ARGV  1 the instance
-- Returns {instance, time, instance, time...}

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
return redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
