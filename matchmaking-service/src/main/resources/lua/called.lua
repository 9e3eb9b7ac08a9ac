-- Says that these integrators have webhooks; others that were said to have some stay.
-- KEYS[1] the event log
-- ARGV accounts of integrators, maybe none: then Redis knows that there is no other
redis.call('SADD', CALLED, '-', unpack(ARGV))
return reply('ok')
