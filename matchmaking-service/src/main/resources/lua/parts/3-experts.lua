-- The moves of an availability. Each keeps the hash, the indexes and the events in step with each other.

-- Until when the account can neither be available nor come back to the queue (ms), or nil.
local function cooling_until(account)
  local ends = tonumber(redis.call('HGET', '{mm}:misses:' .. account, 'until') or 0)
  return ends > now and ends or nil
end

-- Whether the expert has taken as many matches as wished.
local function is_full(availability)
  return availability.capacity and tonumber(availability.taken) >= tonumber(availability.capacity)
end

local ONLINE = { available = 1, offered = 2, ['in-call'] = 3, ['do-not-disturb'] = 4 }

-- Who is online for a field: by state under the widest codes, so that nobody counts twice; and, under all codes and
-- languages, those who take offers or will do so after their call. That is noted in the availability, but not yet written.
local function file_online(account, availability)
  local codes = codes_of(availability)
  local serves = availability.state ~= 'do-not-disturb' and not is_full(availability)
  local score = serves and ONLINE[availability.state] or ONLINE['do-not-disturb']
  for _, code in ipairs(widest(codes)) do redis.call('ZADD', '{mm}:online:' .. code, score, account) end
  if serves == (availability.serves ~= nil) then return end
  availability.serves = serves and '1' or nil
  each_index('online', codes, cjson.decode(availability.languages), function(key)
    redis.call(serves and 'SADD' or 'SREM', key, account)
  end)
end

local function unfile_online(account, availability)
  local codes = codes_of(availability)
  for _, code in ipairs(widest(codes)) do redis.call('ZREM', '{mm}:online:' .. code, account) end
  availability.serves = nil
  each_index('online', codes, cjson.decode(availability.languages), function(key) redis.call('SREM', key, account) end)
end

-- Tells an account its availability, and answers what was told.
local function tell_availability(account, availability)
  local view = availability_view(availability)
  event(account, 'availability', { availability = view })
  return view
end

-- Moves an availability into a state. Whoever makes it available has filed it with its new revision.
local function set_availability_state(account, availability, state)
  availability.state = state
  file_online(account, availability)
  if availability.serves then
    redis.call('HSET', availability_key(account), 'state', state, 'revision', availability.revision or '0', 'serves', '1')
  else
    redis.call('HSET', availability_key(account), 'state', state, 'revision', availability.revision or '0')
    redis.call('HDEL', availability_key(account), 'serves')
  end
  tell_availability(account, availability)
end

-- Ends an availability that has no open offer.
local function close_availability(account, availability, reason, coolingUntil)
  if availability.state == 'available' then unindex_expert(account, availability) end
  unfile_online(account, availability)
  redis.call('DEL', availability_key(account))
  redis.call('ZREM', '{mm}:leases', account)
  try_wishes_for(account)
  counted('availability:' .. reason, availability)
  event(account, 'availability-ended', { reason = reason, coolingUntil = coolingUntil and iso(coolingUntil) or nil })
end

-- An expert whose offer or match is over can be offered to again, as long as the availability stands and wishes for more.
local function free_expert(account, known)
  local availability = known or hash(availability_key(account))
  if not availability then return end
  if in_match(account) then
    set_availability_state(account, availability, 'in-call')
  elseif is_full(availability) then
    close_availability(account, availability, 'capacity-reached')
  elseif availability.doNotDisturb then
    set_availability_state(account, availability, 'do-not-disturb')
  else
    index_expert(account, availability)
    set_availability_state(account, availability, 'available')
  end
end

-- A match has begun, and counts against the expert's capacity.
local function count_taken(account)
  if redis.call('EXISTS', availability_key(account)) == 1 then
    redis.call('HINCRBY', availability_key(account), 'taken', 1)
  end
end

-- A match to which only the expert came does not count.
local function uncount_taken(account)
  local taken = redis.call('HGET', availability_key(account), 'taken')
  if taken and tonumber(taken) > 0 then redis.call('HINCRBY', availability_key(account), 'taken', -1) end
end
