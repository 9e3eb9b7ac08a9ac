-- A page gave a sign of life by a request, which may have come to any instance.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)
-- ARGV  1 peer  2 key of its session  3 channels, without the instance
-- Returns the number in the session up to which its messages are settled | -1 there is no such session

local own = place(redis.call('HGET', KEYS[2], ARGV[1]))
if not own or own.session ~= ARGV[2] then
  return -1
end
redis.call(PUBLISH, ARGV[3] .. own.instance, '0 0 ' .. ARGV[1] .. ' - heard:' .. own.connection .. ' ')
return tonumber(redis.call('HGET', KEYS[1], 'n:' .. ARGV[1]) or 0)
