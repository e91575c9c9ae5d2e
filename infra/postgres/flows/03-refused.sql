create table flow.refused (
  position bigint not null,
  flow text not null,
  command text not null,
  stream_id uuid not null,
  event_id uuid not null,
  code text not null,
  refused_at timestamptz not null default now(),
  primary key (position, flow, command, stream_id)
);
