-- Documents of a year that is over, made by the calendar before anybody asks.
create schema draft;
