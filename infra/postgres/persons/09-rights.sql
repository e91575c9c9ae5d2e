-- Keys are made and destroyed by the application, and changed by the owner alone, who rotates and seals anew.
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant select, insert on people_keys.index_key to taizhang_app;
    grant select, insert, delete on people_keys.person_token to taizhang_app;
    grant select, insert, delete on people.taking_part to taizhang_app;
    grant select, update on people.taking_part_read to taizhang_app;
  end if;
end $$;
