-- A stream is seen by its owner and by every office that ever recorded on it, with all its events, as the front door has it.
select caller.guard('es.stream_office', caller.own());
select caller.guard('es.stream',
  caller.own('owner') || ' or exists (select from es.stream_office as v where v.stream_id = stream.stream_id)');
select caller.guard('es.event', caller.own('owner') || ' or ' || caller.of_office('office')
  || ' or exists (select from es.stream_office as v where v.stream_id = event.stream_id)');
