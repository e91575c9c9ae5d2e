-- Looks at minors, which are reviewed every week.
create index look_at_minors on looks.look (position) where minors <> '{}';
