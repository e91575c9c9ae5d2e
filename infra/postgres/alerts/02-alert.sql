-- One alert from when it was found until it was found no longer. `episode` counts how often the same thing stood out.
create table alert.alert (
  id bigint generated always as identity primary key,
  bureau text collate "C" not null,
  kind text collate "C" not null,
  stream_id uuid not null,
  item text collate "C" not null,
  episode integer not null,
  office text collate "C" not null,
  opened_on date not null,
  opened_at timestamptz not null,
  position bigint not null,
  evidence json not null,
  ended_on date,
  ended_at timestamptz,
  unique (bureau, kind, stream_id, item, episode)
);
