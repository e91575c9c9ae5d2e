-- The figures of many databases, gathered from their topics.
create schema rollup;
