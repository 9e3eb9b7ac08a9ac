-- Hands on what happened in a room, in its order; what was handed on before is left out.
-- KEYS  1 room events (stream)   2 time of the room's last one (string)
-- ARGV  1 room  2 ms that the time is remembered  3... "time peer event..."
-- Returns how many were new

local last = tonumber(redis.call('GET', KEYS[2]) or 0)
local new = 0
for i = 3, #ARGV do
  local at, peer, words = string.match(ARGV[i], '^(%d+) (%S+) (.*)$')
  if tonumber(at) > last then
    for event in string.gmatch(words, '%S+') do
      redis.call('XADD', KEYS[1], 'MAXLEN', '~', 100000, '*', 'room', ARGV[1], 'event', event, 'peer', peer, 'at', at)
    end
    redis.call('SET', KEYS[2], at, 'PX', ARGV[2])
    last = tonumber(at)
    new = new + 1
  end
end
return new
