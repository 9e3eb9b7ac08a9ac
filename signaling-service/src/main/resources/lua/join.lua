-- A participant comes in with a pass, taking the place of an earlier page of the same participant.
-- KEYS  1 state (hash epoch, seq, n:peer)   2 peers (hash)   3 stream   4 ended (tombstone)   5 removed (set of peers)
--       6 pass (string: the nonce of its first use)   7 rooms of the instance (set)   8 away (sorted set by deadline)
--       9 room events (stream)   10 instances (sorted set by the time of the last beat, ms)
-- ARGV  1 room  2 peer  3 connection  4 instance  5 session key  6 rights  7 peer as JSON  8 nonce of the pass
--       9 ms until the pass expires  10 most peers  11 epoch for a new room  12 channel  13, 14 message peer-joined before
--       and after its number  15, 16 message peer-left (replaced)  17 most entries of the stream
--       18 ms that an idle room is kept
-- Returns {"ended"} | {"removed"} | {"pass-used"} | {"full"} | {"joined", epoch, seq, {away, other as JSON...}}

local room, peer, connection, instance = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

if redis.call('EXISTS', KEYS[4]) == 1 then
  return { 'ended' }
end
if redis.call('SISMEMBER', KEYS[5], peer) == 1 then
  return { 'removed' }
end
local nonce = redis.call('GET', KEYS[6])
if nonce and nonce ~= ARGV[8] then
  return { 'pass-used' }
end
local earlier = place(redis.call('HGET', KEYS[2], peer))
if not earlier and redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[10]) then
  return { 'full' }
end

redis.call('SET', KEYS[6], ARGV[8], 'PX', ARGV[9])
if redis.call('HSETNX', KEYS[1], 'epoch', ARGV[11]) == 1 then
  redis.call('DEL', KEYS[3])
end
redis.call('HDEL', KEYS[1], 'n:' .. peer)

if earlier then
  redis.call('ZREM', KEYS[8], room .. ' ' .. peer .. ' ' .. earlier.connection)
  append(KEYS[1], KEYS[3], ARGV[12], ARGV[17], peer .. ' * replaced:' .. earlier.connection, ARGV[15], ARGV[16])
end
local seq = append(KEYS[1], KEYS[3], ARGV[12], ARGV[17], peer .. ' * -', ARGV[13], ARGV[14])
local others = others_of(KEYS[2], peer)

redis.call('HSET', KEYS[2], peer, written({
  connection = connection, instance = instance, joined = seq, away = 0,
  session = ARGV[5], rights = ARGV[6], info = ARGV[7] }))
redis.call('SADD', KEYS[7], room)
redis.call('PEXPIRE', KEYS[7], ARGV[18])
for i = 1, 3 do
  redis.call('PEXPIRE', KEYS[i], ARGV[18])
end

-- From its first peer on an instance is watched, even if it dies before its first beat.
redis.call('ZADD', KEYS[10], 'NX', now(), instance)
tell(KEYS[9], room, 'joined', peer)

return { 'joined', redis.call('HGET', KEYS[1], 'epoch'), seq, others }
