-- What the log's way through topics needs: who publishes it, how far it is published, and where.
create schema relay;
