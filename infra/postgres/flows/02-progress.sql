-- One row, made when flows first look: they do not act on what was recorded before.
create table flow.progress (
  only_one boolean primary key default true check (only_one),
  log_id uuid not null,
  position bigint not null
);
