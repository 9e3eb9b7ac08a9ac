-- Signaling has been told that a room is over.
-- KEYS[1] the event log
-- ARGV[1] room
-- Answers ok.
redis.call('ZREM', '{mm}:ended-rooms', ARGV[1])
return reply('ok')
