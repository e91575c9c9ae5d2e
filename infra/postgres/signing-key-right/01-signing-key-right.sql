-- Keys of tokens are made and taken away, never changed: a right that stood here for a while is given back.
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    revoke update on users.signing_key from taizhang_app;
  end if;
end $$;
