-- A participant comes in, taking the place of an earlier page of the same participant.
-- KEYS  1 state (hash epoch, seq)   2 peers (hash)   3 stream   4 ended (tombstone)
--       5 pass (string: the nonce of its first use)   6 rooms of the instance (set)   7 room events (stream)
--       8 instances (sorted set by the time of the last beat, ms)
-- ARGV  1 room  2 peer  3 connection  4 instance  5 peer as JSON  6 nonce of the pass  7 ms until the pass expires
--       8 most peers  9 epoch for a new room  10 channel  11 message peer-joined  12 message peer-left (replaced)
--       13 most entries of the stream  14 ms that an idle room is kept
-- Returns {"ended"} | {"pass-used"} | {"full"} | {"joined", epoch, seq, other peer as JSON...}

local room, peer, connection, instance = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

if redis.call('EXISTS', KEYS[4]) == 1 then
  return { 'ended' }
end
local nonce = redis.call('GET', KEYS[5])
if nonce and nonce ~= ARGV[6] then
  return { 'pass-used' }
end
local earlier = redis.call('HGET', KEYS[2], peer)
if not earlier and redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[8]) then
  return { 'full' }
end

redis.call('SET', KEYS[5], ARGV[6], 'PX', ARGV[7])
if redis.call('HSETNX', KEYS[1], 'epoch', ARGV[9]) == 1 then
  redis.call('DEL', KEYS[3])
end

local function append(about, message)
  local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
  local entry = peer .. ' * ' .. about .. ' ' .. message
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[13], seq .. '-0', 'entry', entry)
  redis.call('PUBLISH', ARGV[10], seq .. ' ' .. entry)
  return seq
end

if earlier then
  append('replaced:' .. string.match(earlier, '^%S+'), ARGV[12])
end
local seq = append('-', ARGV[11])

local others = {}
local flat = redis.call('HGETALL', KEYS[2])
for i = 1, #flat, 2 do
  if flat[i] ~= peer then
    others[#others + 1] = string.match(flat[i + 1], '^%S+ %S+ %S+ (.*)$')
  end
end

redis.call('HSET', KEYS[2], peer, connection .. ' ' .. instance .. ' ' .. seq .. ' ' .. ARGV[5])
redis.call('SADD', KEYS[6], room)
redis.call('PEXPIRE', KEYS[6], ARGV[14])
for i = 1, 3 do
  redis.call('PEXPIRE', KEYS[i], ARGV[14])
end

local time = redis.call('TIME')
-- From its first peer on an instance is watched, even if it dies before its first beat.
redis.call('ZADD', KEYS[8], 'NX', time[1] * 1000 + math.floor(time[2] / 1000), instance)
local at = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
redis.call('XADD', KEYS[7], 'MAXLEN', '~', 100000, '*', 'room', room, 'event', 'joined', 'peer', peer, 'at', at)

return { 'joined', redis.call('HGET', KEYS[1], 'epoch'), seq, unpack(others) }
