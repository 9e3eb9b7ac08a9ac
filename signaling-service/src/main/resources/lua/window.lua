-- Begins the window in which a page may come back, before anybody is told that it is away.
-- KEYS  1 away (sorted set by deadline)   2 clock (hash at, idle)
-- ARGV  1 "room peer connection"  2 ms of the window
-- Returns the window's end

local deadline = string.format('%.0f', now() - tonumber(redis.call('HGET', KEYS[2], 'idle') or 0) + tonumber(ARGV[2]))
redis.call('ZADD', KEYS[1], deadline, ARGV[1] .. ' ' .. deadline)
return deadline
