-- A participant thanks the other one after a call. Thanking again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account, [3] ms after the end in which that can be done
-- Answers ok, not-found, or conflict + running, no-call or too-late.
local id, account = ARGV[1], ARGV[2]
local match, role, otherRole = participation(id, account)
if not match then return reply('not-found') end
local why = why_not_rated(match, ARGV[3])
if why then return reply('conflict', why) end

if redis.call('HSETNX', match_key(id), role .. 'Thanked', now) == 1 then
  record('thanked', { match = id, role = role, account = account, at = now }, match)
  event(match[otherRole], 'thanks', { matchId = id, from = { displayName = match[role .. 'Name'] } })
  counted('match:thanked', match)
end
return reply('ok')
