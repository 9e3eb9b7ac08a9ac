-- unused since 0.0.9: reasons are in their own table.
alter table match drop column because;
-- unused since 0.0.9
drop table old_ratings;
