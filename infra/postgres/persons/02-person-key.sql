-- Under which key a person is indexed; null for one indexed before bureaus had keys of their own.
alter table people_keys.person_key add column index_key integer references people_keys.index_key (id);
