-- What an instance missed of a room.
-- KEYS  1 state (hash, see shared.lua)   2 stream
-- ARGV  1 the last number that the instance has, itself wanted too  2 the instance
-- Returns {epoch or "", the room's number, the last one that was published to the instance, {{id, {field, entry}}...}}

local state = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'i:' .. ARGV[2])
if not state[1] then
  return { '', 0, 0, {} }
end
local missed = redis.call('XRANGE', KEYS[2], ARGV[1] .. '-0', '+')
return { state[1], tonumber(state[2]), tonumber(state[3] or 0), missed }
