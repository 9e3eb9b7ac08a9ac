-- A participant says what it thinks of the other one after a call; again: changes it. Of somebody whose account
-- was deleted since nothing is kept.
-- KEYS[1] the event log
-- ARGV[1] match, [2] account, [3] stars, [4] reasons (JSON array), [5] the role that can give these reasons, or 'both',
--      [6] words or '', [7] ms after the end in which that can be said
-- Answers ok, not-found, or conflict + running, no-call, too-late or reasons.
local id, account, stars = ARGV[1], ARGV[2], tonumber(ARGV[3])
local match, role, otherRole = participation(id, account)
if not match then return reply('not-found') end
local why = why_not_rated(match, ARGV[7])
if why then return reply('conflict', why) end
if ARGV[5] ~= 'both' and ARGV[5] ~= role then return reply('conflict', 'reasons') end

redis.call('ZREM', to_rate_key(account), id)
local other = match[otherRole]
if match.sandbox or any_deleted(match.startedAt, account, other) then return reply('ok') end
local before = match[role .. 'Stars']
redis.call('HSET', match_key(id), role .. 'Stars', stars)
if role == 'learner' then
  redis.call('HINCRBY', rating_key(other), 'sum', stars - tonumber(before or 0))
  if not before then redis.call('HINCRBY', rating_key(other), 'count', 1) end
end
record('rated', {
  match = id, role = role, account = account, about = other, stars = stars, reasons = ARGV[4],
  words = ARGV[6] ~= '' and ARGV[6] or nil, at = now })
counted('match:rated', match)
return reply('ok')
