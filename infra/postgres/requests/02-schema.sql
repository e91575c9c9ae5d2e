-- For whom a request reads.
create schema caller;
