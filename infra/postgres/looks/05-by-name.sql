-- Whom did somebody see.
create index look_by_name on looks.look (name, position);
