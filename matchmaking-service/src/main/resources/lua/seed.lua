-- Brings back favourites, blocks and ratings from PostgreSQL after Redis was emptied, a chunk at a time. Whoever has not
-- seen the chunk before is refused, so that no chunk counts twice.
-- KEYS[1] the event log
-- ARGV[1] the chunk before ('' for the first), [2] this chunk, [3] epoch that begins with this chunk as the last one, or '',
--      then for each row: kind (favourite, block, rating), account, the other account or the sum of stars, '' or the number
--      of ratings
-- Answers ok, or gone when another one has brought back this chunk.
if redis.call('EXISTS', '{mm}:epoch') == 1 or (redis.call('GET', '{mm}:seeding') or '') ~= ARGV[1] then
  return reply('gone')
end
for i = 4, #ARGV, 4 do
  local kind, account, other = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if kind == 'favourite' then
    redis.call('SADD', '{mm}:favourites:' .. account, other)
  elseif kind == 'block' then
    set_block(account, other)
  else
    redis.call('HINCRBY', '{mm}:rating:' .. account, 'sum', other)
    redis.call('HINCRBY', '{mm}:rating:' .. account, 'count', ARGV[i + 3])
  end
end
if ARGV[3] == '' then
  redis.call('SET', '{mm}:seeding', ARGV[2])
else
  redis.call('DEL', '{mm}:seeding')
  redis.call('SET', '{mm}:epoch', ARGV[3])
end
return reply('ok')
