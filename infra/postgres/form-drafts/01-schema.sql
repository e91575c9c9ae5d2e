-- Forms users have not finished: sealed for their user and form, replaced as he types, dropped when he is done.
create schema form_drafts;
create table form_drafts.draft (
  user_id uuid not null,
  form text collate "C" not null,
  sealed text not null,
  kept_at timestamptz not null,
  primary key (user_id, form)
);
create index draft_by_age on form_drafts.draft (kept_at);
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema form_drafts to taizhang_app;
    grant select, insert, update, delete on form_drafts.draft to taizhang_app;
  end if;
end $$;
