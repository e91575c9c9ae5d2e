-- Users made before the roles of a bureau were told apart hold what comes nearest to what they held, and nothing beyond it.
create temporary table renamed (old text, new text) on commit drop;
insert into renamed (old, new) values
  ('clerk', 'office-clerk'),
  ('supervisor', 'section-head'),
  ('director', 'deputy-director'),
  ('reader', 'auditor'),
  ('admin', 'deputy-director'),
  ('admin', 'director'),
  ('admin', 'finance-officer'),
  ('admin', 'correction-officer'),
  ('admin', 'aid-approver');
update users.principal
set roles = array(
  select distinct coalesce(new, role) as name
  from unnest(roles) as role left join renamed on old = role
  order by name)
where roles && (select array_agg(old) from renamed);
drop table renamed;
