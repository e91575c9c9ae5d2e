-- The application reads, and writes through the one function; the verifier reads.
revoke all on function looks.write(
  text, uuid, text[], text[], text, uuid, text, text, text, text, uuid[], uuid[], text[]) from public;
revoke all on function looks.open_month(timestamptz), looks.expire(integer, text, text) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema looks to taizhang_app;
    grant select on looks.look to taizhang_app;
    grant execute on function looks.write(
      text, uuid, text[], text[], text, uuid, text, text, text, text, uuid[], uuid[], text[]) to taizhang_app;
  end if;
  if exists (select from pg_roles where rolname = 'taizhang_verifier') then
    grant usage on schema looks to taizhang_verifier;
    grant select on looks.look to taizhang_verifier;
  end if;
end $$;
