-- A room is empty. When both have met there, the match ends unless somebody comes back in time. Before that the wait for both
-- is as long as it was, and nobody has come yet.
-- KEYS[1] the event log
-- ARGV[1] room, [2] id of the room event (two numbers with a dash), [3] ms in which somebody may come back
-- Answers ok, or not-found for a room of no running match.
local matchId = redis.call('GET', '{mm}:room:' .. ARGV[1])
local match = matchId and hash(match_key(matchId))
if not match or match.state == 'completed' then return reply('not-found') end
if not newer_room_event(matchId, match, ARGV[2]) then return reply('ok') end
if still_waits(match) then
  redis.call('HDEL', match_key(matchId), 'learnerJoined', 'expertJoined')
  redis.call('HSET', match_key(matchId), 'emptied', ARGV[2])
  redis.call('ZADD', '{mm}:matches', match.showUntil, matchId)
else
  redis.call('ZADD', '{mm}:matches', now + tonumber(ARGV[3]), matchId)
end
return reply('ok')
