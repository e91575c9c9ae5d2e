-- Measures and indicators a bureau defined for itself. Rows are only added: a changed definition is a new version.
create table ledger.definition (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('measure', 'indicator')),
  code text collate "C" not null,
  version integer not null,
  bureau text collate "C" not null,
  body jsonb not null,
  defined_by text not null,
  defined_at timestamptz not null default now(),
  unique (code, version)
);
create trigger definition_append_only before update or delete on ledger.definition
  for each row execute function ledger.refuse_change();
-- The newest definition the live rows were derived with; whoever projects must know it.
alter table ledger.live add column definitions bigint not null default 0;
