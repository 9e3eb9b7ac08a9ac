-- Notes that an instance has swept. After a gap in which nobody did, deadlines stand still for as long as the gap was.
-- KEYS[1] the event log
-- ARGV[1] ms without a sweep that count as a gap, [2] most ms to stand still
-- Answers ok.
local last = tonumber(redis.call('GET', '{mm}:swept') or now)
local gap = now - last
if gap > tonumber(ARGV[1]) then
  local hold = math.min(gap, tonumber(ARGV[2]))
  redis.call('SET', '{mm}:grace', now + hold, 'PX', hold)
end
redis.call('SET', '{mm}:swept', now)
return reply('ok')
