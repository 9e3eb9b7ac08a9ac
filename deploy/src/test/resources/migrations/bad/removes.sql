drop table old_ratings;
alter table match drop column because;
alter table match alter column problem drop not null;
alter table match alter reason drop default;
drop index match_age;
alter table rating drop constraint rating_stars_check;
