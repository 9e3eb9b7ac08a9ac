-- An instance has peers in these rooms, or may have at once: should it die, they will be looked at.
-- KEYS  1 instances (sorted set by the time of the last beat, ms)   2 rooms of the instance (set)
-- ARGV  1 the instance  2 ms for which the rooms are kept  3... rooms
-- Returns 1

-- From its first peer on an instance is watched, even if it dies before its first beat.
redis.call('ZADD', KEYS[1], 'NX', now(), ARGV[1])
redis.call('SADD', KEYS[2], unpack(ARGV, 3))
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1
