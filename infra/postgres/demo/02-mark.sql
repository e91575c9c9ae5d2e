-- One row where the installation is a demo, none where it is anybody's own.
create table demo.mark (
  only_one boolean primary key default true check (only_one),
  marked_at timestamptz not null default clock_timestamp()
);
