-- How far flows between lines have looked at the log, and what of them the rules refused.
create schema flow;
