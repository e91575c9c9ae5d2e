-- Who saw somebody. Entries go straight in: a list of pending ones would be gone through by every question.
create index look_by_subject on looks.look using gin (subjects) with (fastupdate = off);
