-- An instance says that it is alive, and sees when the others last did and whose window has ended. Windows are measured
-- by a clock that stands still while nobody beats, for example because Redis was away.
-- KEYS  1 instances (sorted set by the time of the last beat, ms)   2 away (sorted set by deadline)
--       3 clock (hash at: ms of the last beat, idle: ms without any)
-- ARGV  1 the instance  2 ms without a beat from which on the clock stood still  3 most ended windows to return
-- Returns {{instance, time, instance, time...}, {"room peer connection deadline"...}, 1 if the instance was unknown, else 0}

local time = now()
local at = tonumber(redis.call('HGET', KEYS[3], 'at') or time)
if time - at > tonumber(ARGV[2]) then
  redis.call('HINCRBY', KEYS[3], 'idle', time - at)
end
redis.call('HSET', KEYS[3], 'at', time)
local unknown = redis.call('ZADD', KEYS[1], time, ARGV[1])
local clock = time - tonumber(redis.call('HGET', KEYS[3], 'idle') or 0)
return {
  redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES'),
  redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', clock, 'LIMIT', 0, ARGV[3]),
  unknown }
