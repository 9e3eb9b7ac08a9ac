-- Signaling has been told to keep a peer out of a room.
-- KEYS[1] the event log
-- ARGV[1] room, [2] peer
-- Answers ok.
redis.call('ZREM', '{mm}:removed-peers', ARGV[1] .. ':' .. ARGV[2])
return reply('ok')
