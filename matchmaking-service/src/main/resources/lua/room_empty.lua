-- A room is empty: unless somebody comes back in time its match ends.
-- KEYS[1] the event log
-- ARGV[1] room, [2] id of the room event (two numbers with a dash), [3] ms in which somebody may come back
-- Answers ok, or not-found for a room of no running match.
local matchId = redis.call('GET', '{mm}:room:' .. ARGV[1])
local match = matchId and hash(match_key(matchId))
if not match or match.state == 'completed' then return reply('not-found') end
if newer_room_event(matchId, match, ARGV[2]) then
  redis.call('ZADD', '{mm}:matches', now + tonumber(ARGV[3]), matchId)
end
return reply('ok')
