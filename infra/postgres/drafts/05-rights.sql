do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema draft to taizhang_app;
    grant select, insert on draft.document to taizhang_app;
    grant select, insert, update, delete on draft.failure to taizhang_app;
    grant select, insert, update on draft.look to taizhang_app;
  end if;
end $$;
