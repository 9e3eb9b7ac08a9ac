-- Forgets an integrator's learner: ends what it has open, and leaves word to take it out of the history. Its integrator, who has
-- wished it so, is told nothing more about it.
-- KEYS[1] the event log
-- ARGV[1] account of the learner, [2] ms for which join links work
-- Answers ok, also when nobody knows the learner.
local account = ARGV[1]
redis.call('DEL', learner_key(account))
end_links(account, ARGV[2])
end_asking(account, 'left', 'by-learner')
event(account, 'account', {})
forget_history(account)
return reply('ok')
