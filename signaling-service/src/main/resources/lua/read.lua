-- What an instance missed of a room.
-- KEYS  1 state (hash epoch, seq)   2 stream
-- ARGV  1 the last number that the instance has, itself wanted too
-- Returns {epoch or "", the room's number, {{id, {field, entry}}...}}

local epoch = redis.call('HGET', KEYS[1], 'epoch')
if not epoch then
  return { '', 0, {} }
end
local missed = redis.call('XRANGE', KEYS[2], ARGV[1] .. '-0', '+')
return { epoch, tonumber(redis.call('HGET', KEYS[1], 'seq')), missed }
