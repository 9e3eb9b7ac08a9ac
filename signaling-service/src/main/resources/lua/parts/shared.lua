-- In front of every step; PUBLISH is the command that reaches the channel's subscribers. In a cluster a step touches keys of one
-- hash tag only. A peer's place is one text, for one look-up is all that most steps need:
-- connection, instance, number of its join, end of its window (0: present), key of its session, rights, peer as JSON.
-- A room's state has epoch, seq (its last number), n:peer (the last settled number of a session), i:instance (the last number
-- that was published to an instance), told (see tell), section (the number with which the section of the stream began that is
-- being filled) and large (its bytes above SMALL for each entry, see keep). Each instance has a channel for each room.

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

-- An entry is "last number from to about message". The last number is the one before that was published to the instance which
-- hears it, by which that sees whether it missed one; in the stream it says nothing.
-- A stream holds at most two sections of 1 MiB, so that who fills a room with large messages takes no more than 2 MiB. Each
-- entry counts as SMALL bytes, which its number tells already, and what it has above that is counted in the state; so small
-- ones, which are most, cost nothing.
local SECTION, SMALL = 1048576, 1024

local function keep(state, stream, most, seq, entry)
  redis.call('XADD', stream, seq .. '-0', 'entry', entry)
  if seq % 100 == 0 then
    redis.call('XTRIM', stream, 'MAXLEN', '~', most)
  end
  if #entry <= SMALL then
    return
  end
  local large = redis.call('HINCRBY', state, 'large', #entry - SMALL)
  local section = tonumber(redis.call('HGET', state, 'section') or 0)
  if large + (seq - section) * SMALL > SECTION then
    redis.call('XTRIM', stream, 'MINID', section .. '-0')
    redis.call('HSET', state, 'section', seq, 'large', 0)
  end
end

-- Each instance with a peer in the room, and one more if there is one: those that hear what is for all.
local function instances_of(peers, another)
  local instances, known = { another }, {}
  if another then
    known[another] = true
  end
  for _, text in ipairs(redis.call('HVALS', peers)) do
    local instance = string.match(text, '^%S+ (%S+)')
    if not known[instance] then
      known[instance] = true
      instances[#instances + 1] = instance
    end
  end
  return instances
end

local function carry(state, channels, instances, seq, entry)
  for _, instance in ipairs(instances) do
    local last = redis.call('HGET', state, 'i:' .. instance) or 0
    redis.call('HSET', state, 'i:' .. instance, seq)
    redis.call(PUBLISH, channels .. instance, last .. entry)
  end
end

-- The message comes in two parts, for its number stands in it.
local function append(state, stream, channels, instances, most, about, before, after)
  local seq = redis.call('HINCRBY', state, 'seq', 1)
  local entry = ' ' .. seq .. ' ' .. about .. ' ' .. before .. seq .. after
  keep(state, stream, most, seq, '0' .. entry)
  carry(state, channels, instances, seq, entry)
  return seq
end

local function append_resumed(state, stream, channels, instances, most, about, info)
  return append(
    state, stream, channels, instances, most, about, '{"type":"peer-resumed","seq":', ',"peer":' .. info .. '}')
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
