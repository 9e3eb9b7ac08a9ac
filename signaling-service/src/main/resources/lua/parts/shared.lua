-- In front of every step; PUBLISH is the command that reaches the channel's subscribers. A step touches keys of one hash tag
-- only, so that it works in a cluster. A peer's place is one text, for one look-up is all that most steps need:
-- connection, instance, number of its join, end of its window (0: present), key of its session, rights, peer as JSON.

local function place(text)
  if not text then
    return nil
  end
  local own = {}
  own.connection, own.instance, own.joined, own.away, own.session, own.rights, own.info =
    string.match(text, '^(%S+) (%S+) (%d+) (%d+) (%S+) (%S+) (.*)$')
  return own
end

local function written(own)
  return table.concat(
    { own.connection, own.instance, own.joined, string.format('%.0f', own.away), own.session, own.rights, own.info }, ' ')
end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- An entry is "number from to about message". The message comes in two parts, for its number stands in it.
local function log(stream, channel, most, seq, about, before, after)
  local entry = seq .. ' ' .. about .. ' ' .. before .. seq .. after
  redis.call('XADD', stream, 'MAXLEN', '~', most, seq .. '-0', 'entry', entry)
  redis.call(PUBLISH, channel, entry)
  return seq
end

local function append(state, stream, channel, most, about, before, after)
  return log(stream, channel, most, redis.call('HINCRBY', state, 'seq', 1), about, before, after)
end

local function append_resumed(state, stream, channel, most, about, info)
  return append(state, stream, channel, most, about, '{"type":"peer-resumed","seq":', ',"peer":' .. info .. '}')
end

local function others_of(peers, self)
  local others = {}
  local flat = redis.call('HGETALL', peers)
  for i = 1, #flat, 2 do
    if flat[i] ~= self then
      local other = place(flat[i + 1])
      others[#others + 1] = other.away
      others[#others + 1] = other.info
    end
  end
  return others
end

-- What matchmaking-service has to know waits in the room until an instance has handed it on: "time peer event...". The
-- times of a room rise, so that what is handed on twice can be told.
local function tell(state, events, peer, words, kept)
  local at = string.format('%.0f', math.max(now(), tonumber(redis.call('HGET', state, 'told') or 0) + 1))
  redis.call('HSET', state, 'told', at)
  redis.call('RPUSH', events, at .. ' ' .. peer .. ' ' .. words)
  redis.call('LTRIM', events, -1000, -1)
  redis.call('PEXPIRE', events, kept)
end

-- The window that ends because its connection is no longer away: "connection deadline", or nothing.
local function window(own)
  return own and own.away ~= '0' and own.connection .. ' ' .. own.away or ''
end
