-- Ends what an integrator has open, so much at a time: its tickets with their matches, its join links, and what waits to be
-- written down for its webhooks.
-- KEYS[1] the event log
-- ARGV[1] account of the integrator, [2] ms for which join links work, [3] id in the outbox behind which to look, at first 0-0,
--      [4] most tickets, and most events of anybody to look at
-- Answers ok + the id behind which to look next, or '' when that was all.
local integrator, open = ARGV[1], '{mm}:open-of:' .. ARGV[1]
redis.call('SREM', CALLED, integrator)
end_links(integrator, ARGV[2])
for _, id in ipairs(redis.call('ZRANGE', open, 0, ARGV[4] - 1)) do
  local ticket = hash(ticket_key(id))
  if ticket then end_asking(ticket.account, 'by-administrator', 'by-administrator') end
  redis.call('ZREM', open, id)
end

local last = ARGV[3]
local entries = redis.call('XRANGE', OUTBOX, '(' .. last, '+', 'COUNT', ARGV[4])
for _, entry in ipairs(entries) do
  last = entry[1]
  if entry[2][2] == integrator then redis.call('XDEL', OUTBOX, entry[1]) end
end
local more = #entries == tonumber(ARGV[4]) or redis.call('EXISTS', open) == 1
return reply('ok', more and last or '')
