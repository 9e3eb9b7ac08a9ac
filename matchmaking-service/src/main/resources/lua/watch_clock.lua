-- Notes that an instance has swept. After a gap in which nobody did, deadlines stand still for as long as the gap was.
-- KEYS[1] the event log
-- ARGV[1] ms without a sweep that count as a gap, [2] most ms to stand still
-- Answers ok.
goes_on('{mm}:swept', '{mm}:grace', tonumber(ARGV[1]), tonumber(ARGV[2]))
return reply('ok')
