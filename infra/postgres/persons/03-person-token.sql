-- What a person is found by: keyed hashes of the number, its end, every beginning of the name, of its pinyin, of its initials,
-- and of what two records of one person would share. Gone with the person's key.
create table people_keys.person_token (
  token bytea not null,
  person_ref uuid not null,
  kind smallint not null,
  primary key (token, person_ref)
);
create index person_token_of on people_keys.person_token (person_ref);
-- 1 number, 6 name and birth date, 7 sound of the name and birth date.
create index person_token_shared on people_keys.person_token (kind, token) where kind in (1, 6, 7);
