-- Reads how far favourites, blocks and ratings have been brought back from PostgreSQL.
-- KEYS[1] the event log
-- Answers ok + the last chunk, '' before the first.
return reply('ok', redis.call('GET', '{mm}:seeding') or '')
