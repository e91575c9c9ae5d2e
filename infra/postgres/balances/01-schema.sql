-- What is published of the figures of this database, for those who add up several.
create schema balances;
