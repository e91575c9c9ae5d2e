import type pg from 'pg';
import type { NewLook } from '#application/looks/look.js';
import type { Clock, Ids } from '#application/ports/clock.js';
import type { PersonDetails, PersonRegistry, SharedTerm } from '#application/ports/person-registry.js';
import { checkPeople } from '#application/persons/person-rules.js';
import { type SearchTerm, matchKinds, termKinds } from '#application/persons/search-terms.js';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { PostgresLooks } from '../looks/looks.js';
import { blindIndex, tokenOf } from './index-keys.js';
import type { PersonKeys } from './person-keys.js';
import { tokensOf } from './person-tokens.js';
import type { SealedFields } from './person-vault.js';
import { reindex } from './reseal.js';

/** Persons per statement: sealing them keeps the process busy for some 40 ms, and others wait no longer than that. */
const SLICE = 250;

/** Adds the persons whose document nobody has yet. In order of the index, so that two writers cannot deadlock. */
const ADD = `
  with incoming as materialized (
    select * from json_to_recordset($2::json)
      as r(person_ref uuid, wrapped_key text, blind_index text, index_key integer, fields json, tokens json)
  ), keys as (
    insert into people_keys.person_key (person_ref, wrapped_key, blind_index, index_key)
    select person_ref, wrapped_key, decode(blind_index, 'hex'), index_key from incoming order by blind_index
    on conflict (blind_index) do nothing
    returning person_ref
  ), found_by as (
    insert into people_keys.person_token (token, person_ref, kind)
    select decode(t.token, 'hex'), person_ref, t.kind
    from incoming join keys using (person_ref), json_to_recordset(tokens) as t(token text, kind smallint)
  )
  insert into people.person (person_ref, bureau, fields)
  select person_ref, $1, fields from incoming join keys using (person_ref)
  returning person_ref`;

const FIND = `select person_ref, encode(blind_index, 'hex') as index from people_keys.person_key where blind_index = any($1)`;

const REVEAL = `
  select p.person_ref, p.fields, k.wrapped_key from people.person p left join people_keys.person_key k using (person_ref)
  where p.person_ref = any($1)`;

/** Destroys keys and indexes, and with them the sense of every copy of the cipher text; these copies are emptied too. */
const ERASE = `
  with gone as (delete from people_keys.person_key where person_ref = any($1) returning person_ref),
       unfound as (delete from people_keys.person_token where person_ref = any($1))
  update people.person set fields = '{}' where person_ref in (select person_ref from gone)`;

interface Enrolled {
  readonly personRef: Uuid;
  readonly known: boolean;
}

/** Of a registry that shows nobody to anybody: it keeps no records. */
const noLooks: Pick<PostgresLooks, 'whileRecording'> = {
  whileRecording: () => Promise.reject(new Rejected(reject('look-not-recorded'))),
};

/** The person registry in PostgreSQL: cipher text in one schema, wrapped keys and blind indexes in another. */
export class PostgresPersonRegistry implements PersonRegistry {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly keys: PersonKeys,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly looks: Pick<PostgresLooks, 'whileRecording'>,
  ) {}

  /**
   * Destroys again what a restored backup may have brought back, and indexes persons that an older release stored.
   * @throws Error when the persons here were sealed under another master key
   */
  static async open(
    pool: pg.Pool,
    keys: PersonKeys,
    ids: Ids,
    clock: Clock,
    looks: Pick<PostgresLooks, 'whileRecording'> = noLooks,
  ): Promise<PostgresPersonRegistry> {
    const { rows } = await pool.query<{ text: string }>(
      `select min(wrapped_key) as text from people_keys.person_key group by substring(wrapped_key from '^[^:]*:[^:]{0,8}')
       union all select wrapped_key from people_keys.index_key`,
    );
    for (const { text } of rows)
      if (!(await keys.vault.kek.wraps(text)))
        throw new Error(
          '人员库由另一把主密钥加密，请恢复原密钥文件 / the person registry was sealed under another master key: restore the key file',
        );
    await pool.query(ERASE, [keys.tombstones.all()]);
    await reindex(pool, keys);
    return new PostgresPersonRegistry(pool, keys, ids, clock, looks);
  }

  async register(bureau: BureauCode, person: PersonDetails): Promise<Enrolled> {
    const [checked] = checkPeople([person], this.clock.now().today, () => 'person');
    const [enrolled] = await this.enrol(bureau, [checked as PersonDetails]);
    return enrolled as Enrolled;
  }

  async registerMany(bureau: BureauCode, people: readonly PersonDetails[]): Promise<readonly Uuid[]> {
    const checked = checkPeople(people, this.clock.now().today, (index) => `people[${index}]`);
    const refs: Uuid[] = [];
    for (let from = 0; from < checked.length; from += SLICE) {
      const enrolled = await this.enrol(bureau, checked.slice(from, from + SLICE));
      refs.push(...enrolled.map(({ personRef }) => personRef));
    }
    return refs;
  }

  async reveal(personRef: Uuid): Promise<PersonDetails | 'erased' | undefined> {
    return (await this.revealMany([personRef])).get(personRef);
  }

  async revealMany(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>> {
    return this.open(this.pool, personRefs);
  }

  async lookAt(
    personRefs: readonly Uuid[],
    lookOf: (found: ReadonlyMap<Uuid, PersonDetails | 'erased'>) => NewLook,
  ): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>> {
    return this.looks.whileRecording(async (client, write) => {
      const found = await this.open(client, personRefs);
      await write(lookOf(found));
      return found;
    });
  }

  private async open(
    client: pg.Pool | pg.PoolClient,
    personRefs: readonly Uuid[],
  ): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>> {
    const { rows } = await client.query<{ person_ref: Uuid; fields: SealedFields; wrapped_key: string | null }>(
      REVEAL,
      [personRefs],
    );
    const whole = rows.flatMap(({ person_ref, fields, wrapped_key }) =>
      wrapped_key === null ? [] : [{ personRef: person_ref, fields, wrappedKey: wrapped_key }],
    );
    const opened = await this.keys.vault.open(whole);
    return new Map<Uuid, PersonDetails | 'erased'>([
      ...rows.map(({ person_ref }) => [person_ref, 'erased'] as const),
      ...whole.map(({ personRef }, at) => [personRef, opened[at] as PersonDetails] as const),
    ]);
  }

  async bureausOf(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, BureauCode>> {
    const { rows } = await this.pool.query<{ person_ref: Uuid; bureau: BureauCode }>(
      'select person_ref, bureau from people.person where person_ref = any($1)',
      [personRefs],
    );
    return new Map(rows.map(({ person_ref, bureau }) => [person_ref, bureau]));
  }

  async find(
    bureau: BureauCode,
    terms: readonly SearchTerm[],
    { after, limit }: { readonly after?: Uuid; readonly limit: number },
  ): Promise<readonly Uuid[]> {
    const keys = await this.keys.indexKeys.of(bureau);
    const tokens = keys.flatMap((key) => terms.map((term) => tokenOf(key, term)));
    const { rows } = await this.pool.query<{ person_ref: Uuid }>(
      `select distinct person_ref from people_keys.person_token
       where token = any($1) and ($2::uuid is null or person_ref > $2) order by person_ref limit $3`,
      [tokens, after ?? null, limit],
    );
    return rows.map(({ person_ref }) => person_ref);
  }

  async shared(bureau: BureauCode): Promise<readonly SharedTerm[]> {
    const { rows } = await this.pool.query<{ kind: number; persons: Uuid[] }>(
      `select kind, array_agg(person_ref::text order by person_ref) as persons
       from people_keys.person_token join people.person using (person_ref)
       where kind in (1, 6, 7) and bureau = $1 group by kind, token having count(*) > 1`,
      [bureau],
    );
    return rows.map(({ kind, persons }) => ({
      kind: matchKinds.find((name) => termKinds[name] === kind) as SharedTerm['kind'],
      persons,
    }));
  }

  /** The tombstone comes first: a key that is destroyed must not come back with a backup, not even after a crash here. */
  async erase(personRef: Uuid): Promise<void> {
    const { rowCount } = await this.pool.query('select from people_keys.person_key where person_ref = $1', [personRef]);
    if (rowCount === 0) return;
    this.keys.tombstones.add(personRef);
    await this.pool.query(ERASE, [[personRef]]);
  }

  private async enrol(bureau: BureauCode, people: readonly PersonDetails[]): Promise<readonly Enrolled[]> {
    const indexKeys = await this.keys.indexKeys.of(bureau);
    const [current] = indexKeys;
    const variants = people.map((person) => indexKeys.flatMap((key) => hexOf(blindIndex(key, bureau, person))));
    const known = await this.holders(variants.flat());
    const holderOf = (at: number, among: ReadonlyMap<string, Uuid>): Uuid | undefined =>
      (variants[at] as readonly string[]).map((index) => among.get(index)).find((ref) => ref !== undefined);
    const drafts = new Map<string, Uuid>(); // the first of several with one document
    const refs = people.map((_, at) => {
      const index = variants[at]?.[0];
      const held = holderOf(at, known) ?? (index === undefined ? undefined : drafts.get(index));
      const personRef = held ?? this.ids.next();
      if (index !== undefined) drafts.set(index, personRef);
      return { personRef, known: held !== undefined };
    });
    const fresh = refs.flatMap(({ personRef, known: isKnown }, at) =>
      isKnown ? [] : [{ personRef, person: people[at] as PersonDetails, index: variants[at]?.[0] ?? null }],
    );
    if (fresh.length === 0) return refs;
    const sealed = await this.keys.vault.seal(fresh);
    const incoming = fresh.map(({ personRef, person, index }, at) => ({
      person_ref: personRef,
      wrapped_key: sealed[at]?.wrappedKey,
      blind_index: index,
      index_key: current.id,
      fields: sealed[at]?.fields,
      tokens: tokensOf(current, person),
    }));
    const { rowCount } = await this.pool.query(ADD, [bureau, JSON.stringify(incoming)]);
    if (rowCount === incoming.length) return refs;
    // Another writer was faster with some of them: theirs is the reference.
    const settled = await this.holders(variants.flat());
    return Promise.all(
      refs.map(async (mine, at) => {
        const holder = variants[at]?.length === 0 ? mine.personRef : holderOf(at, settled);
        if (holder === mine.personRef) return mine;
        if (holder !== undefined) return { personRef: holder, known: true };
        const [again] = await this.enrol(bureau, people.slice(at, at + 1)); // theirs was erased meanwhile
        return again as Enrolled;
      }),
    );
  }

  private async holders(indexes: readonly string[]): Promise<ReadonlyMap<string, Uuid>> {
    if (indexes.length === 0) return new Map();
    const { rows } = await this.pool.query<{ person_ref: Uuid; index: string }>(FIND, [
      indexes.map((index) => Buffer.from(index, 'hex')),
    ]);
    return new Map(rows.map(({ person_ref, index }) => [index, person_ref]));
  }
}

const hexOf = (index: Buffer | undefined): readonly string[] => (index === undefined ? [] : [index.toString('hex')]);
