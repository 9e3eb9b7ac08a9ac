do $$ begin execute 'drop table match'; end; $$;
create or replace function f() returns int language sql as $f$ select 1; $f$;
alter table match disable trigger all;
alter type kind add value 'other';
revoke all on match from public;
lock table match;
