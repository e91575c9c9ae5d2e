-- One look, at any number of persons. A table for each month (UTC), so that what is older than it is kept for can be dropped.
create table looks.look (
  position bigint not null,
  at timestamptz not null,
  name text collate "C" not null,
  user_id uuid,
  roles text[] not null,
  offices text[] not null,
  address text not null,
  request_id uuid not null,
  purpose text collate "C" not null,
  route text collate "C" not null,
  object text not null,
  reason text,
  subjects uuid[] not null,
  minors uuid[] not null,
  bureaus text[] not null,
  primary key (position, at)
) partition by range (at);
