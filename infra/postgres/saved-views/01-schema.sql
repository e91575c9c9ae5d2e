-- How users look at registers: filters, columns and scope under a name, sealed for their user.
create schema saved_views;
create table saved_views.view (
  user_id uuid not null,
  view_id uuid not null,
  sealed text not null,
  kept_at timestamptz not null,
  primary key (user_id, view_id)
);
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema saved_views to taizhang_app;
    grant select, insert, update, delete on saved_views.view to taizhang_app;
  end if;
end $$;
