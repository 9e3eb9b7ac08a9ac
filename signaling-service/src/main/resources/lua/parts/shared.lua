-- In front of every step. A peer's place is one text, for one look-up is all that most steps need:
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
  redis.call('PUBLISH', channel, entry)
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

local function tell(events, room, event, peer)
  redis.call('XADD', events, 'MAXLEN', '~', 100000, '*',
    'room', room, 'event', event, 'peer', peer, 'at', string.format('%.0f', now()))
end
