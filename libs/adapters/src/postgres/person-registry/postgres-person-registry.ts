import type pg from 'pg';
import type { Clock, Ids } from '#application/ports/clock.js';
import type { PersonDetails, PersonRegistry } from '#application/ports/person-registry.js';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { checkPeople } from '../../person-rules.js';
import type { PersonVault, SealedFields } from './person-vault.js';

/** Persons per statement: sealing them keeps the process busy for some 40 ms, and others wait no longer than that. */
const SLICE = 250;

/** Adds the persons whose document nobody has yet. In order of the index, so that two writers cannot deadlock. */
const ADD = `
  with incoming as materialized (
    select * from json_to_recordset($2::json) as r(person_ref uuid, wrapped_key text, blind_index text, fields json)
  ), keys as (
    insert into people_keys.person_key (person_ref, wrapped_key, blind_index)
    select person_ref, wrapped_key, decode(blind_index, 'hex') from incoming order by blind_index
    on conflict (blind_index) do nothing
    returning person_ref
  )
  insert into people.person (person_ref, bureau, fields)
  select person_ref, $1, fields from incoming join keys using (person_ref)
  returning person_ref`;

const FIND = `select person_ref, encode(blind_index, 'hex') as index from people_keys.person_key where blind_index = any($1)`;

const REVEAL = `
  select p.fields, k.wrapped_key from people.person p left join people_keys.person_key k using (person_ref)
  where p.person_ref = $1`;

/** Destroys key and index, and with them the sense of every copy of the cipher text; this copy is emptied too. */
const ERASE = `
  with gone as (delete from people_keys.person_key where person_ref = $1 returning person_ref)
  update people.person set fields = '{}' where person_ref in (select person_ref from gone)`;

interface Enrolled {
  readonly personRef: Uuid;
  readonly known: boolean;
}

/** The person registry in PostgreSQL: cipher text in one schema, wrapped keys and blind indexes in another. */
export class PostgresPersonRegistry implements PersonRegistry {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly vault: PersonVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when the persons here were sealed under another master key */
  static async open(pool: pg.Pool, vault: PersonVault, ids: Ids, clock: Clock): Promise<PostgresPersonRegistry> {
    const { rows } = await pool.query<{ wrapped_key: string }>(
      'select wrapped_key from people_keys.person_key limit 1',
    );
    if (rows.some(({ wrapped_key }) => !vault.wrapped(wrapped_key))) {
      throw new Error(
        '人员库由另一把主密钥加密，请恢复原密钥文件 / the person registry was sealed under another master key: restore the key file',
      );
    }
    return new PostgresPersonRegistry(pool, vault, ids, clock);
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
    const { rows } = await this.pool.query<{ fields: SealedFields; wrapped_key: string | null }>(REVEAL, [personRef]);
    const [row] = rows;
    if (row === undefined) return undefined;
    if (row.wrapped_key === null) return 'erased';
    return this.vault.open(personRef, { wrappedKey: row.wrapped_key, fields: row.fields });
  }

  async erase(personRef: Uuid): Promise<void> {
    await this.pool.query(ERASE, [personRef]);
  }

  private async enrol(bureau: BureauCode, people: readonly PersonDetails[]): Promise<readonly Enrolled[]> {
    const indexes = people.map((person) => this.vault.blindIndex(bureau, person)?.toString('hex'));
    const known = await this.find(indexes);
    const drafts = new Map<string, Uuid>(); // the first of several with one document
    const refs = people.map((_, at) => {
      const index = indexes[at];
      const held = index === undefined ? undefined : (known.get(index) ?? drafts.get(index));
      const personRef = held ?? this.ids.next();
      if (index !== undefined) drafts.set(index, personRef);
      return { personRef, known: held !== undefined };
    });
    const incoming = refs.flatMap(({ personRef, known: isKnown }, at) => {
      if (isKnown) return [];
      const { wrappedKey, fields } = this.vault.seal(personRef, people[at] as PersonDetails);
      return [{ person_ref: personRef, wrapped_key: wrappedKey, blind_index: indexes[at] ?? null, fields }];
    });
    if (incoming.length === 0) return refs;
    const { rowCount } = await this.pool.query(ADD, [bureau, JSON.stringify(incoming)]);
    if (rowCount === incoming.length) return refs;
    // Another writer was faster with some of them: theirs is the reference.
    const settled = await this.find(indexes);
    return Promise.all(
      refs.map(async (mine, at) => {
        const index = indexes[at];
        const holder = index === undefined ? mine.personRef : settled.get(index);
        if (holder === mine.personRef) return mine;
        if (holder !== undefined) return { personRef: holder, known: true };
        const [again] = await this.enrol(bureau, people.slice(at, at + 1)); // theirs was erased meanwhile
        return again as Enrolled;
      }),
    );
  }

  private async find(indexes: readonly (string | undefined)[]): Promise<ReadonlyMap<string, Uuid>> {
    const asked = indexes.flatMap((index) => (index === undefined ? [] : [Buffer.from(index, 'hex')]));
    if (asked.length === 0) return new Map();
    const { rows } = await this.pool.query<{ person_ref: Uuid; index: string }>(FIND, [asked]);
    return new Map(rows.map(({ person_ref, index }) => [index, person_ref]));
  }
}
