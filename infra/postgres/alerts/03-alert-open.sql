-- Nothing is told twice while it stands.
create unique index alert_open on alert.alert (bureau, kind, stream_id, item) where ended_at is null;
