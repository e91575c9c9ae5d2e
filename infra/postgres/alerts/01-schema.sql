-- What the calendar found to stand out: targets behind their pace, duties soon due. Told once, and kept when it has passed.
create schema alert;
