do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant select, insert, update (wrapped_key), delete on people_keys.index_key to taizhang_app;
    grant update (wrapped_key, blind_index, index_key) on people_keys.person_key to taizhang_app;
    grant select, insert, delete on people_keys.person_token to taizhang_app;
    grant select, insert, delete on people.taking_part to taizhang_app;
    grant select, update on people.taking_part_read to taizhang_app;
  end if;
end $$;
