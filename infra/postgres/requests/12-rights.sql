grant usage on schema es, ledger, alert, draft, template, caller to taizhang_requests;
grant execute on function caller.scope(text) to taizhang_requests;
-- The one thing a request writes by itself: a bureau's own form.
grant insert on template.form to taizhang_requests;
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema caller to taizhang_app;
    grant select on caller.secret to taizhang_app;
    grant select on es.stream_office to taizhang_app;
  end if;
end $$;
