create table entry.batch (
  batch_id uuid primary key,
  workbook uuid not null,
  command text collate "C" not null,
  bureau text collate "C" not null,
  offices text[] not null,
  sent_by text not null,
  sent_at timestamptz not null,
  file_hash text collate "C" not null,
  mode text not null check (mode in ('all', 'good')),
  rows integer not null check (rows > 0),
  faulty integer not null check (faulty >= 0)
);
create index batch_by_bureau on entry.batch (bureau, sent_at);
