-- The newest look at a bureau: its day, and the position of the log the figures stood at. An older one changes nothing any more.
create table alert.look (
  bureau text collate "C" not null primary key,
  looked_on date not null,
  position bigint not null
);
