-- A page whose connection broke comes back with its session, to this or another instance, and gets what it missed.
-- KEYS  1 state (hash, see shared.lua)   2 peers (hash)   3 stream   4 ended (tombstone)   5 removed (set of peers)
-- ARGV  1 peer  2 new connection  3 instance  4 session key  5 epoch  6 last number that the page has
--       7 channels, without the instance  8 most entries of the stream  9 ms that an idle room is kept
-- Returns {"ended"} | {"removed"} | {"unknown"} | {"resumed", seq, last settled message of the page,
--         {away, other as JSON...}, {{id, {field, entry}}...}, ended window}

local peer, last = ARGV[1], tonumber(ARGV[6])

if redis.call('EXISTS', KEYS[4]) == 1 then
  return { 'ended' }
end
if redis.call('SISMEMBER', KEYS[5], peer) == 1 then
  return { 'removed' }
end
local own = place(redis.call('HGET', KEYS[2], peer))
local state = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'n:' .. peer)
if not own or own.session ~= ARGV[4] or state[1] ~= ARGV[5] or tonumber(state[2]) < last
  -- What was said before it came in is not for it.
  or last < tonumber(own.joined) then
  return { 'unknown' }
end
local missed = {}
if tonumber(state[2]) > last then
  missed = redis.call('XRANGE', KEYS[3], (last + 1) .. '-0', '+')
  -- What fell out of the stream is gone; better to say so than to leave a hole.
  if not missed[1] or missed[1][1] ~= (last + 1) .. '-0' then
    return { 'unknown' }
  end
end

local to = own.away == '0' and '-' or '*'
local ended = window(own)
local instances = instances_of(KEYS[2], ARGV[3])
local seq = append_resumed(
  KEYS[1], KEYS[3], ARGV[7], instances, ARGV[8], peer .. ' ' .. to .. ' moved:' .. own.connection, own.info)
own.connection, own.instance, own.away = ARGV[2], ARGV[3], 0
redis.call('HSET', KEYS[2], peer, written(own))
for i = 1, 3 do
  redis.call('PEXPIRE', KEYS[i], ARGV[9])
end

return { 'resumed', seq, tonumber(state[3] or 0), others_of(KEYS[2], peer), missed, ended }
