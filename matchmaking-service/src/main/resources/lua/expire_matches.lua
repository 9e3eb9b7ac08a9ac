-- Ends the matches whose room stayed empty, to which not both came in time, or that outlast the longest call: as far as it is
-- known what happened in their rooms.
-- KEYS[1] the event log
-- ARGV[1] most matches to end, [2] pauses for misses: ms separated by commas
-- Answers ok + how many ended.
if deadlines_hold() or is_before(rooms.GRACE) then return reply('ok', '0') end
local due = redis.call('ZRANGE', '{mm}:matches', '-inf', rooms.known_until(), 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, id in ipairs(due) do
  end_match(id, hash(match_key(id)), ARGV[2])
end
return reply('ok', tostring(#due))
