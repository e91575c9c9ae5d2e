import type pg from 'pg';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import type { PersonDetails } from '#application/ports/person-registry.js';
import { blindIndex } from './index-keys.js';
import type { SealedFields } from './person-vault.js';
import { tokensOf } from './person-tokens.js';
import type { PersonKeys } from './person-keys.js';

/** Persons per statement; each is one transaction, so that whatever is done stays done. */
const SLICE = 250;

interface Row {
  readonly person_ref: Uuid;
  readonly bureau: BureauCode;
  readonly fields: SealedFields;
  readonly wrapped_key: string;
}

const AFTER = (condition: string): string => `
  select k.person_ref, p.bureau, p.fields, k.wrapped_key
  from people_keys.person_key k join people.person p using (person_ref)
  where k.person_ref > $1 and (${condition}) order by k.person_ref limit ${SLICE}`;

/** A person that was erased, or worked on by another, meanwhile is left as he is. */
const PUT = `
  with incoming as materialized (
    select * from json_to_recordset($1::json) as r(person_ref uuid, was text, wrapped_key text, blind_index text,
      index_key integer, fields json, tokens json)
  ), kept as (
    update people_keys.person_key k set wrapped_key = i.wrapped_key, blind_index = decode(i.blind_index, 'hex'), index_key = i.index_key
    from incoming i where k.person_ref = i.person_ref and k.wrapped_key = i.was
    returning k.person_ref
  ), sealed as (
    update people.person p set fields = i.fields from incoming i join kept using (person_ref)
    where p.person_ref = i.person_ref
  ), unfound as (
    delete from people_keys.person_token t using incoming i join kept using (person_ref)
    where t.person_ref = i.person_ref
      and not exists (select from json_to_recordset(i.tokens) as n(token text) where decode(n.token, 'hex') = t.token)
  )
  insert into people_keys.person_token (token, person_ref, kind)
  select decode(t.token, 'hex'), i.person_ref, t.kind
  from incoming i join kept using (person_ref), json_to_recordset(i.tokens) as t(token text, kind smallint)
  on conflict (token, person_ref) do nothing`;

type Sealing = (row: Row, person: PersonDetails) => Promise<{ wrappedKey: string; fields: SealedFields }>;

/** Works through persons in order of reference; gives how many it wrote. Interrupted, it begins with whom it did not come to. */
const everyone = async (
  pool: pg.Pool,
  { vault, indexKeys }: Pick<PersonKeys, 'vault' | 'indexKeys'>,
  condition: string,
  values: readonly unknown[],
  sealing: Sealing,
  onProgress: (persons: number) => void,
): Promise<number> => {
  let after = '00000000-0000-0000-0000-000000000000';
  let done = 0;
  for (;;) {
    const { rows } = await pool.query<Row>(AFTER(condition), [after, ...values]);
    const last = rows.at(-1);
    if (last === undefined) return done;
    const people = await vault.open(
      rows.map(({ person_ref, wrapped_key, fields }) => ({ personRef: person_ref, wrappedKey: wrapped_key, fields })),
    );
    const incoming = await Promise.all(
      rows.map(async (row, at) => {
        const person = people[at] as PersonDetails;
        const [key] = await indexKeys.of(row.bureau);
        const { wrappedKey, fields } = await sealing(row, person);
        return {
          person_ref: row.person_ref,
          was: row.wrapped_key,
          wrapped_key: wrappedKey,
          blind_index: blindIndex(key, row.bureau, person)?.toString('hex') ?? null,
          index_key: key.id,
          fields,
          tokens: tokensOf(key, person),
        };
      }),
    );
    await pool.query(PUT, [JSON.stringify(incoming)]);
    after = last.person_ref;
    done += rows.length;
    onProgress(done);
  }
};

/** Indexes persons that a release before this one stored. */
export const reindex = (pool: pg.Pool, keys: Pick<PersonKeys, 'vault' | 'indexKeys'>): Promise<number> =>
  everyone(
    pool,
    keys,
    'k.index_key is null',
    [],
    async ({ wrapped_key, fields }) => ({ wrappedKey: wrapped_key, fields }),
    () => undefined,
  );

/**
 * Seals persons that are sealed or indexed by another suite anew by today's, each under a new data key, and lets go of the
 * index keys nobody is indexed under any more. Gives how many it sealed.
 */
export const reseal = async (
  pool: pg.Pool,
  keys: Pick<PersonKeys, 'vault' | 'indexKeys'>,
  onProgress: (persons: number) => void = () => undefined,
): Promise<number> => {
  const { vault } = keys;
  const done = await everyone(
    pool,
    keys,
    `not starts_with(p.fields ->> 'name', $2 || ':')
     or k.index_key is distinct from (select id from people_keys.index_key x where x.bureau = p.bureau and x.suite = $2)`,
    [vault.suiteName],
    async ({ person_ref }, person) => {
      const [sealed] = await vault.seal([{ personRef: person_ref, person }]);
      return sealed as { wrappedKey: string; fields: SealedFields };
    },
    onProgress,
  );
  await pool.query(
    `delete from people_keys.index_key x where suite <> $1
       and not exists (select from people_keys.person_key k where k.index_key = x.id)`,
    [vault.suiteName],
  );
  return done;
};
