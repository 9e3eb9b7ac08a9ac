-- Reads what an account has missed since an event it has seen.
-- KEYS[1] the event log
-- ARGV[1] account, [2] ms and [3] number of the id of the last event seen
-- Answers ok + rows, first {position} and then {id, type, data}, or reset when events after the seen one may be gone or it was never ours.
local stream = stream_key(ARGV[1])
local seenMs, seenNumber = tonumber(ARGV[2]), tonumber(ARGV[3])
local function seen_before(id)
  local ms, number = string.match(id, '^(%d+)-(%d+)$')
  ms, number = tonumber(ms), tonumber(number)
  return seenMs < ms or (seenMs == ms and seenNumber < number)
end

local seen = ARGV[2] .. '-' .. ARGV[3]
local newest = position()
if newest ~= seen and not seen_before(newest) then return reply('reset') end
-- What was seen and is not in the log, though older things are, has been taken back by a failover.
local oldest = redis.call('XRANGE', LOG, '-', '+', 'COUNT', 1)[1]
if oldest and oldest[1] ~= seen and not seen_before(oldest[1]) and #redis.call('XRANGE', LOG, seen, seen) == 0 then
  return reply('reset')
end
local outlived = seenMs <= now - tonumber(STREAM_KEPT)
if redis.call('EXISTS', stream) == 0 then return reply(outlived and 'reset' or 'ok', { { newest } }) end
local info = redis.call('XINFO', 'STREAM', stream)
local about = {}
for i = 1, #info, 2 do about[info[i]] = info[i + 1] end
local trimmed = about['entries-added'] > about['length']
if seen_before(about['first-entry'][1]) and (trimmed or outlived) then return reply('reset') end

local rows = { { newest } }
for i, entry in ipairs(redis.call('XRANGE', stream, '(' .. seen, '+')) do
  rows[i + 1] = { entry[1], entry[2][2], entry[2][4] }
end
return reply('ok', rows)
