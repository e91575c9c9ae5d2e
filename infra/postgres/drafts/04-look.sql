-- The last day on which a bureau was gone through for a year.
create table draft.look (
  year smallint not null,
  bureau text collate "C" not null,
  looked_on date not null,
  primary key (year, bureau)
);
