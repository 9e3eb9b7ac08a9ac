-- The learner is ready. If the expert has accepted already, both are in a match. Saying it again changes nothing.
-- KEYS[1] the event log
-- ARGV[1] ticket, [2] account, [3] the offer that the learner was shown, empty for the open one, [4] match, [5] room,
--      [6] the learner's peer, [7] the expert's peer, [8] ms in which both have to come into the room,
--      [9] the session that says so, '' if nobody knows
-- Answers ok + the ticket, not-found, gone + the state when that ready check is over, or conflict + the state in which
-- there is none.
local id = ARGV[1]
local ticket = hash(ticket_key(id))
if not ticket or ticket.account ~= ARGV[2] then return reply('not-found') end
if ARGV[3] ~= '' and ARGV[3] ~= ticket.offer then return reply('gone', ticket.state) end
if ticket.state == 'queued' or ticket.state == 'paused' then return reply('gone', ticket.state) end

if ticket.state == 'offered' then
  local offer = hash(offer_key(ticket.offer))
  if not is_open(offer) then return reply('gone', ticket.state) end
  if not offer.ready then
    say_yes(ticket.offer, offer, ticket, 'ready', { ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9] })
  end
elseif ticket.state ~= 'matched' and ticket.state ~= 'in-call' then
  return reply('conflict', ticket.state)
end
return reply('ok', cjson.encode(ticket_view(id, ticket)))
