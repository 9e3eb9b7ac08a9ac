-- Ends a favourite or a block, whenever it was begun.
-- KEYS[1] the event log
-- ARGV[1] account, [2] the other account, [3] favourite or block
-- Answers ok, or gone while it is not known who blocks whom.
if redis.call('EXISTS', '{mm}:epoch') == 0 then return reply('gone') end
unrelate(ARGV[1], ARGV[2], ARGV[3])
if ARGV[3] == 'block' then
  try_ticket_of(ARGV[1])
  try_ticket_of(ARGV[2])
end
return reply('ok')
