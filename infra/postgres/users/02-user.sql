-- A person or a program. Never deleted: events name users for ever. `secrets` is sealed whole.
create table users.principal (
  user_id uuid primary key,
  kind text not null check (kind in ('person', 'machine')),
  name text collate "C" not null unique,
  roles text[] not null,
  offices text[] not null,
  disabled boolean not null,
  version integer not null,
  created_at timestamptz not null,
  subject text unique,
  secrets text not null
);
