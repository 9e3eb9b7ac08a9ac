-- A participant comes in with a pass, taking the place of an earlier page of the same participant.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)   3 stream   4 ended (tombstone)   5 removed (set of peers)
--       6 pass (string: the nonce of its first use)   7 events (list, see shared.lua)
-- ARGV  1 peer  2 connection  3 instance  4 session key  5 rights  6 peer as JSON  7 nonce of the pass
--       8 ms until the pass expires  9 most peers  10 epoch for a new room  11 channels  12, 13 message peer-joined before
--       and after its number  14, 15 message peer-left (replaced)  16 most entries of the stream
--       17 ms that an idle room is kept
-- Returns {"ended"} | {"removed"} | {"pass-used"} | {"full"} | {"joined", epoch, seq, {away, other as JSON...},
--         ended window, {events not handed on yet...}}

local peer, connection = ARGV[1], ARGV[2]

if redis.call('EXISTS', KEYS[4]) == 1 then
  return { 'ended' }
end
if redis.call('SISMEMBER', KEYS[5], peer) == 1 then
  return { 'removed' }
end
local nonce = redis.call('GET', KEYS[6])
if nonce and nonce ~= ARGV[7] then
  return { 'pass-used' }
end
local earlier = place(redis.call('HGET', KEYS[2], peer))
if not earlier and redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[9]) then
  return { 'full' }
end

redis.call('SET', KEYS[6], ARGV[7], 'PX', ARGV[8])
if redis.call('HSETNX', KEYS[1], 'epoch', ARGV[10]) == 1 then
  redis.call('DEL', KEYS[3])
end
redis.call('HDEL', KEYS[1], 'n:' .. peer)

local instances = instances_of(KEYS[2], ARGV[3])
if earlier then
  append(
    KEYS[1], KEYS[3], ARGV[11], instances, ARGV[16], peer .. ' * replaced:' .. earlier.connection, ARGV[14], ARGV[15])
end
local seq = append(KEYS[1], KEYS[3], ARGV[11], instances, ARGV[16], peer .. ' * -', ARGV[12], ARGV[13])
local others = others_of(KEYS[2], peer)

redis.call('HSET', KEYS[2], peer, written({
  connection = connection, instance = ARGV[3], joined = seq, away = 0,
  session = ARGV[4], rights = ARGV[5], info = ARGV[6] }))
tell(KEYS[1], KEYS[7], peer, 'joined', ARGV[17])
for i = 1, 3 do
  redis.call('PEXPIRE', KEYS[i], ARGV[17])
end

return {
  'joined', redis.call('HGET', KEYS[1], 'epoch'), seq, others, window(earlier), redis.call('LRANGE', KEYS[7], 0, -1) }
