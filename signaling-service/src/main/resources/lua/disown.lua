-- Redis has lost numbers that an instance has handed on, so those from now on must not be taken for their continuation.
-- KEYS  1 state (hash, see shared.lua)
-- ARGV  1 the epoch that the instance knows  2 another one
-- Returns 1, or 0 if it is another one already

if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'epoch', ARGV[2])
return 1
