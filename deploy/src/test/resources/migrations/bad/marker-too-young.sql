-- unused since 99.0.0
drop table old_ratings;
-- unused since yesterday
alter table match drop column because;
