import pg from 'pg';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { type Closed, closePeriod } from '#application/sealing/seal-period.js';
import { EVERY_OFFICE } from '#application/office-scope.js';
import type { Office } from '#application/ports/office-directory.js';
import { booksOf } from '#application/sealing/books.js';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { uuidV5 } from '#kernel/ids.js';
import { fiscalYear } from '#kernel/period.js';
import { sealHash } from '#kernel/seal.js';
import { matter } from '../e2e/api-world.js';
import { notary } from '../support/notary.js';
import { freshDatabase } from '../support/services.js';

jest.setTimeout(300_000);

const unit = (code: string, parent: string | null): Office => ({
  ...{ code, parent, bureau: code.slice(0, 6), name: code, kind: parent === null ? 'bureau' : 'justice-office' },
  ...{ validFrom: '2000-01-01', validTo: null, successor: null },
});

class Killed extends Error {}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
interface Socketed {
  readonly connection: { readonly stream: { destroy(): void } };
}

/**
 * Stands between a process and its database and ends it at one statement: before that leaves, or when the server has carried it
 * out and the answer is lost. A dead process sends nothing more, and its connection is gone.
 */
class Death {
  statements = 0;
  dead = false;

  constructor(
    private readonly at: number,
    private readonly side: 'before' | 'after',
  ) {}

  async over(client: pg.Client, send: () => Promise<unknown>): Promise<unknown> {
    const mine = this.statements++ === this.at;
    if (this.dead || (mine && this.side === 'before')) this.die(client);
    const answer = await send();
    if (this.dead || mine) this.die(client);
    return answer;
  }

  private die(client: pg.Client): never {
    this.dead = true;
    (client as unknown as Socketed).connection.stream.destroy();
    throw new Killed();
  }
}

/** Runs a task with every statement of this process under an eye. */
const watched = async <Result>(death: Death, task: () => Promise<Result>): Promise<Result | Killed> => {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (...args) {
    const callback = args.at(-1);
    const asked = typeof callback === 'function' ? args.slice(0, -1) : args;
    const answered = death.over(this, () => query.apply(this, asked) as Promise<unknown>);
    if (typeof callback !== 'function') return answered;
    return void answered.then(
      (result) => void (callback as (error: unknown, result?: unknown) => void)(null, result),
      (error: unknown) => void (callback as (error: unknown) => void)(error),
    );
  };
  try {
    return await task();
  } catch (error) {
    if (!death.dead) throw error;
    return error instanceof Killed ? error : new Killed(String(error));
  } finally {
    prototype.query = query;
  }
};

/** Ends a closing at each of its statements in turn, on either side of it; then the same again, left alone. */
it('a closing that was ended at any statement ends in one seal with one hash when it is run again', async () => {
  const database = await freshDatabase();
  const lines = [funds, notary, performance, reporting];
  const open = () => openPlatform({ databaseUrl: database.url, lines });
  const [mortal, next] = [await open(), await open()];
  const principal = { name: 'director', roles: ['deputy-director'], offices: [EVERY_OFFICE] };
  const period = fiscalYear(2023);
  const books = (bureau: string) => booksOf(next, { bureau, line: 'notary', period });
  const close = (platform: typeof mortal, bureau: string): Promise<Closed> =>
    closePeriod(
      {
        ...platform,
        position: async () => {
          const head = await platform.feed.head();
          await platform.projector.catchUp();
          return head;
        },
      },
      {
        ...{ bureau, line: 'notary', period, principal, correlationId: uuidV5('closing') },
        explanations: [{ rule: '*', reason: '演练', role: 'director' }],
      },
    );
  const record = (type: string, bureau: string, data: object) =>
    next.handler.handle({
      ...{ type, data, bureau, office: bureau, principal, source: 'MANUAL' },
      ...{
        streamId: uuidV5(type, bureau),
        commandId: uuidV5('command', type, bureau),
        correlationId: uuidV5('recorded'),
      },
    });
  /** A bureau with a matter of the year, and a sheet that promises more. */
  const settle = async (bureau: string): Promise<void> => {
    const offices = [unit(bureau, null), unit(`${bureau}01`, bureau)];
    for (const platform of [next, mortal]) await platform.offices.save(offices);
    await record('notary.AcceptMatter', bureau, matter(bureau));
    await record('performance.SetTargets', bureau, {
      ...{
        setOn: '2024-01-12',
        fiscalYear: 2023,
        subject: 'project',
        subjectCode: bureau,
        subjectName: '公证业务经费',
      },
      ...{ frame: 'national-2020', form: 'project', budget: '1.00', goal: '全年受理公证事项500件以上' },
      rows: [
        {
          ...{ row: 'accepted', level1: '产出指标', level2: '数量指标', level3: '受理公证事项', weight: '90' },
          ...{ operator: 'at-least', target: '4', unit: '件', targetText: '≥4件', indicatorCode: 'NT-01' },
        },
      ],
    });
  };
  /** One life and one death: whether the statement was reached, and what was left behind. */
  const endedAt = async (at: number, side: 'before' | 'after') => {
    const bureau = String((side === 'before' ? 430000 : 440000) + at);
    await settle(bureau);
    const death = new Death(at, side);
    const ended = await watched(death, () => close(mortal, bureau));
    expect([at, side, ended instanceof Killed]).toEqual([at, side, death.dead]);
    const left = (await books(bureau)).seals.length;
    const again = await close(next, bureau);
    const { seals, state } = await books(bureau);
    expect([at, side, seals.length, state]).toEqual([at, side, 1, 'closed']);
    expect(again).toMatchObject({ recorded: left === 0, seal: { number: 1, hash: seals[0]?.hash } });
    expect(again.seal.explained.map(({ rule }) => rule)).toContain('narrative-contradicts-table');
    expect(sealHash(again.seal)).toBe(again.seal.hash);
    return { reached: death.dead, left };
  };
  try {
    const reached = { before: 0, after: 0 };
    let sealedBeforeDeath = 0;
    for (const side of ['before', 'after'] as const)
      for (;;) {
        const { reached: died, left } = await endedAt(reached[side], side);
        if (!died) break;
        sealedBeforeDeath += left;
        reached[side] += 1;
      }
    process.stdout.write(
      `a closing ended at ${reached.before} + ${reached.after} boundaries, ${sealedBeforeDeath} after the seal\n`,
    );
    expect(reached.before).toBeGreaterThan(20);
    expect(reached.after).toBe(reached.before);
    expect(sealedBeforeDeath).toBeGreaterThan(0);
  } finally {
    await mortal.close();
    await next.close();
    await database.drop();
  }
});
