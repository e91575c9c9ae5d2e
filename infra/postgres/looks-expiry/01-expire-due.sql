-- What the calendar drops by itself: months that ended more than three years ago (个人信息保护法 第五十六条), never less. The
-- application may ask for this and for no other time, so that nobody who has its login gets rid of a trace.
create function looks.expire_due() returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$ select looks.expire(1096, 'taizhang', 'calendar') $$;
revoke all on function looks.expire_due() from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant execute on function looks.expire_due() to taizhang_app;
  end if;
end $$;
