-- Puts a table under row-level security: requests see the rows a condition lets through; the application and the verifier
-- work as before, as far as their rights go. The owner, who migrates and rebuilds, is not bound.
create function caller.guard(of_table regclass, condition text) returns void language plpgsql as $$
declare
  worker text;
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('drop policy if exists in_scope on %s', of_table);
  execute format('create policy in_scope on %s to taizhang_requests using (%s)', of_table, condition);
  execute format('grant select on %s to taizhang_requests', of_table);
  for worker in select rolname from pg_roles where rolname in ('taizhang_app', 'taizhang_verifier') loop
    execute format('drop policy if exists %I on %s', worker, of_table);
    execute format('create policy %I on %s to %I using (true) with check (true)', worker, of_table, worker);
  end loop;
end $$;
revoke all on function caller.guard(regclass, text) from public;
