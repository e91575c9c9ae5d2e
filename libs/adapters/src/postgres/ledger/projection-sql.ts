/** The statements of one projection batch. Each takes all rows of its kind as one JSON text. */

/** Numbers the accounts that have no number yet, in key order so that two writers cannot deadlock. */
export const openAccounts = (schema: string): string => `
  insert into ${schema}.account (measure_id, bureau, office, splits)
  select measure_id, bureau, office, splits
  from json_to_recordset($1::json) as r(measure_id smallint, bureau text, office text, splits text)
  where not exists (select from ${schema}.account a
    where a.bureau = r.bureau and a.measure_id = r.measure_id and a.office = r.office and a.splits = r.splits)
  order by bureau collate "C", measure_id, office collate "C", splits collate "C"
  on conflict (bureau, measure_id, office, splits) do nothing`;

/**
 * Adds postings to accounts that are open, and the same rows summed by month to the balances, in key order as well. A posting
 * without an account is refused, since the column takes no null.
 */
export const addPostings = (schema: string): string => `
  with incoming as materialized (
    select r.position, r.stream_id, r.person, r.on_date, r.cohort_on, a.id as account, r.fact_key, r.amount
    from json_to_recordset($1::json) as r(position bigint, stream_id uuid, person uuid, on_date date,
      cohort_on date, measure_id smallint, bureau text, office text, splits text, fact_key text, amount numeric)
    left join ${schema}.account a using (bureau, measure_id, office, splits)
  ), added as (
    insert into ${schema}.posting (position, stream_id, person, on_date, cohort_on, account, fact_key, amount)
    select position, stream_id, person, on_date, cohort_on, account, fact_key, amount from incoming
  )
  insert into ${schema}.balance as b (measure_id, month, cohort_month, bureau, office, splits, amount)
  select measure_id, month, cohort_month, bureau, office, splits, amount from (${monthly(schema, 'incoming')}) as m
  order by bureau, measure_id, month, office, cohort_month, splits
  on conflict (bureau, measure_id, month, office, cohort_month, splits) do update set amount = b.amount + excluded.amount`;

/** Postings of a generation, or some of them, summed into the cells that balances keep. */
export const monthly = (schema: string, postings = `${schema}.posting`): string => `
  select a.measure_id, month, cohort_month, a.bureau, a.office, a.splits, amount
  from (select account, date_trunc('month', on_date::timestamp)::date as month,
          date_trunc('month', cohort_on::timestamp)::date as cohort_month, sum(amount) as amount
        from ${postings} as p group by 1, 2, 3) as summed
  join ${schema}.account a on a.id = summed.account`;

/**
 * What the touched balances are now, over all splits and versions of the measure. Versions are found first: a planner that
 * knows nothing of the tables yet would read all measures of an office and month for each.
 */
export const readCells = (schema: string): string => `
  with c as materialized (
    select c.*, m.id as measure_id, (c.month || '-01')::date as first
    from json_to_recordset($1::json) as c(measure text, bureau text, office text, month text)
    join ledger.measure m on m.code = c.measure
  )
  select c.measure, c.bureau, c.office, c.month, trim_scale(sum(b.amount))::text as amount
  from c join ${schema}.balance b
    on b.bureau = c.bureau and b.measure_id = c.measure_id and b.month = c.first and b.office = c.office
  group by c.measure, c.bureau, c.office, c.month
  order by c.measure, c.bureau, c.office, c.month`;

export const putStreams = (schema: string): string => `
  insert into ${schema}.folded_stream (stream_id, position, version, folded_to, view, stream_type, bureau, facts)
  select stream_id, position, version, folded_to, $2, stream_type, bureau, facts
  from json_to_recordset($1::json) as r(stream_id uuid, position bigint, version integer, folded_to text,
    stream_type text, bureau text, facts json)
  on conflict (stream_id, view) do update set position = excluded.position, version = excluded.version,
    folded_to = excluded.folded_to, facts = excluded.facts`;

/** Replaces the register rows of the streams in $2. */
export const putRegisters = (schema: string): string => `
  with incoming as materialized (
    select * from json_to_recordset($1::json) as r(stream_id uuid, person uuid, position bigint, ordered_by date,
      register text, bureau text, office text, fact_key text, columns json)
  ), gone as (
    delete from ${schema}.register_row old where old.stream_id = any($2::uuid[]) and not exists (
      select from incoming i
      where i.stream_id = old.stream_id and i.register = old.register and i.fact_key = old.fact_key)
  )
  insert into ${schema}.register_row (stream_id, person, position, ordered_by, register, bureau, office, fact_key, columns)
  select stream_id, person, position, ordered_by, register, bureau, office, fact_key, columns from incoming
  on conflict (stream_id, register, fact_key) do update set person = excluded.person, position = excluded.position,
    ordered_by = excluded.ordered_by, bureau = excluded.bureau, office = excluded.office, columns = excluded.columns`;

/** Replaces the duties of the streams in $2. */
export const putDuties = (schema: string): string => `
  with incoming as materialized (
    select * from json_to_recordset($1::json) as r(stream_id uuid, position bigint, due_on date, provisional boolean, deadline text, bureau text, office text, fact_key text, met_on date)
  ), gone as (
    delete from ${schema}.duty old where old.stream_id = any($2::uuid[]) and not exists (
      select from incoming i
      where i.stream_id = old.stream_id and i.deadline = old.deadline and i.fact_key = old.fact_key)
  )
  insert into ${schema}.duty (stream_id, position, due_on, provisional, deadline, bureau, office, fact_key, met_on)
  select stream_id, position, due_on, provisional, deadline, bureau, office, fact_key, met_on from incoming
  on conflict (stream_id, deadline, fact_key) do update set position = excluded.position, due_on = excluded.due_on,
    provisional = excluded.provisional, bureau = excluded.bureau, office = excluded.office, met_on = excluded.met_on`;
