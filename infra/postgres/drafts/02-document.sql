-- One draft of one document. The first one stays.
create table draft.document (
  year smallint not null,
  bureau text collate "C" not null,
  subject text collate "C" not null,
  document text collate "C" not null,
  title text not null,
  position bigint not null,
  made_at timestamptz not null default now(),
  docx bytea not null,
  xlsx bytea not null,
  primary key (year, bureau, subject, document)
);
