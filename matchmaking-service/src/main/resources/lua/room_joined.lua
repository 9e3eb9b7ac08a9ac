-- Somebody came into a room: a room that was about to end lives on, and with both in it the call has begun. Until then the
-- other one is not waited for any longer than at first.
-- KEYS[1] the event log
-- ARGV[1] room, [2] peer, [3] id of the room event (two numbers with a dash), [4] longest call in ms
-- Answers ok, or not-found for a room of no running match.
local matchId = redis.call('GET', '{mm}:room:' .. ARGV[1])
local match = matchId and hash(match_key(matchId))
if not match or match.state == 'completed' then return reply('not-found') end
local role = ARGV[2] == match.learnerPeer and 'learner' or ARGV[2] == match.expertPeer and 'expert'
if not role then return reply('not-found') end

-- A late redelivery must not bring back who has gone since.
if match.emptied and not id_after(ARGV[3], match.emptied) then return reply('ok') end
redis.call('HSET', match_key(matchId), role .. 'Joined', 1)
match[role .. 'Joined'] = '1'
if newer_room_event(matchId, match, ARGV[3]) then
  local deadline = still_waits(match) and tonumber(match.showUntil) or tonumber(match.startedAt) + tonumber(ARGV[4])
  redis.call('ZADD', '{mm}:matches', deadline, matchId)
end
if match.state == 'matched' and match.learnerJoined and match.expertJoined then
  match.state = 'in-call'
  redis.call('HSET', match_key(matchId), 'state', 'in-call', 'inCallAt', now)
  record('match-in-call', { match = matchId, at = now }, match)
  counted('match:in-call', match)
  local ticket = hash(ticket_key(match.ticket))
  leave_queue(match.ticket, ticket)
  move_ticket(match.ticket, ticket, 'begin')
  for _, account in ipairs({ match.learner, match.expert }) do
    event(account, 'match', { match = match_view(matchId, match, account) })
  end
end
return reply('ok')
