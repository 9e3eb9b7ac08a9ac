-- Notes that an instance has done all that had happened in rooms until now, or, when none ever has, that it could not. After a gap
-- in which none did, the deadlines of matches stand still a while longer, so that there is time to come into the rooms.
-- KEYS[1] the event log
-- ARGV[1] 1 when it has, 0 when it could not
-- Answers ok.
if ARGV[1] == '1' then
  goes_on(rooms.HEARD, rooms.GRACE, rooms.GAP, rooms.LONGEST_GRACE)
else
  redis.call('SET', rooms.HEARD, now, 'NX')
end
return reply('ok')
