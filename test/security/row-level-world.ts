import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { wholeOf } from '#adapters/platform/platform.js';
import { placesOf } from '#application/office-scope.js';
import { requestsLogin } from '#adapters/postgres/requests/requests-login.js';
import type { ScopeSeal } from '#adapters/postgres/requests/scope-seal.js';
import type { Principal } from '#kernel/command.js';
import { type ApiWorld, BUREAU, OFFICE, OFFICE_2, OTHER_BUREAU, OTHER_OFFICE, matter } from '../e2e/api-world.js';

/** Text that stands in every record of an office, and in no other's. */
export const canaryOf = (office: string): string => `CANARY-OF-${office}`;

const recordedBy = {
  [OFFICE]: 'clerk',
  [OFFICE_2]: 'clerk2',
  [OTHER_OFFICE]: 'stranger',
  [BUREAU]: 'supervisor',
} as const;
export const OFFICES_PLAYED = Object.keys(recordedBy) as readonly (keyof typeof recordedBy)[];

/** The stream that one office opened and another recorded on. */
export const SHARED = randomUUID();

/** Rows of every kind there is, of offices of two bureaus. */
export const playOffices = async (world: ApiWorld): Promise<void> => {
  const { platform } = world;
  for (const office of OFFICES_PLAYED) {
    const asked = { as: recordedBy[office], office };
    for (let at = 0; at < 12; at += 1) {
      const streamId = randomUUID();
      await world.command(
        'accept-matter',
        streamId,
        matter(`${canaryOf(office)}-${at}`, { personRef: randomUUID() }),
        asked,
      );
      const fee = { receiptNo: `${canaryOf(office)}-${at}`, amount: '10', paidOn: '2023-03-07' };
      await world.command('pay-fee', streamId, fee, asked);
    }
    const bureau = office.slice(0, 6);
    const standing = {
      ...{ streamId: randomUUID(), item: canaryOf(office), office, kind: 'duty' as const },
      evidence: { deadline: 'notary.certificate', factKey: canaryOf(office), dueOn: '2023-03-27', provisional: false },
    };
    const look = { bureau, day: '2023-03-07', now: new Date().toISOString(), position: 1 };
    await platform.alerts.settle(look, [...(await standingAlerts(world, bureau)), standing]);
  }
  // The office opened it; the bureau itself went on with it.
  await world.command('accept-matter', SHARED, matter(`${canaryOf(OFFICE)}-shared`), { as: 'clerk', office: OFFICE });
  const fee = { receiptNo: 'shared', amount: '10', paidOn: '2023-03-07' };
  await world.command('pay-fee', SHARED, fee, { as: 'supervisor', office: OFFICE_2 });
  for (const bureau of [BUREAU, OTHER_BUREAU]) {
    const key = { year: 2022, bureau, subject: bureau, document: 'targets' };
    const bytes = Buffer.from(canaryOf(bureau));
    await platform.drafts.keep(key, { title: canaryOf(bureau), position: 1, files: { docx: bytes, xlsx: bytes } });
    await platform.drafts.fail({ ...key, document: 'x' }, canaryOf(bureau), new Date().toISOString());
    const uploaded = { uploadedBy: 'test', uploadedAt: new Date().toISOString() };
    await platform.templates.keep({ bureau, code: 'own', title: canaryOf(bureau), bytes, ...uploaded });
  }
  await platform.projector.catchUp();
};

const standingAlerts = async ({ platform }: ApiWorld, bureau: string) => {
  const offices = platform.offices.all().flatMap((office) => (office.bureau === bureau ? [office.code] : []));
  return platform.alerts.list({ bureau, offices, state: 'open', limit: 100 });
};

export const callerOf = (...offices: readonly string[]): Principal => ({
  name: offices.join(),
  roles: ['office-clerk'],
  offices,
});

/** A session of the login that requests are read under, with nothing of our code between. */
export class Intruder {
  private constructor(
    readonly client: pg.Client,
    private readonly seal: ScopeSeal,
    private readonly world: ApiWorld,
    readonly session: number,
    readonly notices: string[],
  ) {}

  static async enter(world: ApiWorld, databaseUrl: string): Promise<Intruder> {
    const { url, seal } = await requestsLogin(databaseUrl);
    const client = new pg.Client({ connectionString: url });
    const notices: string[] = [];
    client.on('notice', ({ message = '' }) => notices.push(message));
    await client.connect();
    const { rows } = await client.query<{ session: number }>('select pg_backend_pid() as session');
    return new Intruder(client, seal, world, Number(rows[0]?.session), notices);
  }

  /** What the server itself tells a session of a caller. */
  scopeOf(caller: Principal, session = this.session): string {
    return this.seal.scope(caller.name, placesOf(wholeOf(this.world.platform).offices, caller), session);
  }

  say(scope: string): Promise<unknown> {
    return this.client.query(`select set_config('taizhang.scope', $1, false)`, [scope]);
  }

  as(caller: Principal): Promise<unknown> {
    return this.say(this.scopeOf(caller));
  }
}

/** A table or view that a role may read. */
export interface Relation {
  readonly name: string;
  readonly kind: string;
  readonly columns: readonly string[];
  /** Whether row-level security stands on it, or reading it is bound by that of what lies under it. */
  readonly guarded: boolean;
}

/** Everything in the database that the session may select from, as the catalogue has it. */
export const readable = async (client: Pick<pg.Client, 'query'>): Promise<readonly Relation[]> => {
  const { rows } = await client.query<Relation>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind,
            array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
            c.relrowsecurity or coalesce('security_invoker=true' = any (c.reloptions), false) as guarded
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
       and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
       and has_schema_privilege(n.oid, 'usage')
       and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select'))
     order by 1`,
  );
  return rows;
};
