alter table match rename to meeting;
alter table match rename column problem to question;
alter table match rename problem to question;
alter index match_age rename to meeting_age;
alter table match set schema old;
