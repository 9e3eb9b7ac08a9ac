-- Forgets an integrator's learner: ends what it has open, and leaves word to take it out of the history. Its integrator, who has
-- wished it so, is told nothing more about it.
-- KEYS[1] the event log
-- ARGV[1] account of the learner, [2] ms for which join links work
-- Answers ok, also when nobody knows the learner.
local account = ARGV[1]
-- What is open or may still come to an end, and links, are of this week; whoever has asked for nothing since is in the history alone.
if redis.call('DEL', learner_key(account)) == 1 then
  end_links(account, ARGV[2])
  end_asking(account, 'left', 'by-learner')
  event(account, 'account', {})
  note_deleted(account)
end
forget_history(account)
return reply('ok')
