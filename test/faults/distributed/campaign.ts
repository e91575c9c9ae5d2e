import { randomUUID } from 'node:crypto';
import { openEventStore } from '#adapters/postgres/event-store/index.js';
import { createDataSource } from '#adapters/postgres/data-source.js';
import { loadCalendar } from '#adapters/postgres/calendar/calendar-years.js';
import { steadyPool } from '#adapters/postgres/steady-pool.js';
import { verifyLedger } from '#adapters/postgres/verify/verify-ledger.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';
import type { Deployment, Service } from '../../support/distributed.js';
import { insist } from '../../support/insist.js';

export const BUREAU = '430922';
/** Enough offices to meet most partitions of a topic. */
export const OFFICES = Array.from({ length: 12 }, (_, at) => `43092${String(201 + at)}`);
const WRITERS = 4;

const office = (code: string) => ({
  code,
  parent: code === BUREAU ? null : BUREAU,
  bureau: BUREAU,
  name: code,
  kind: code === BUREAU ? 'bureau' : 'justice-office',
  validFrom: '2000-01-01',
  validTo: null,
  successor: null,
});

export const saveOffices = async (deployment: Deployment, { address }: Service): Promise<void> => {
  const call = {
    method: 'PUT',
    path: '/v1/offices',
    key: randomUUID(),
    body: { offices: [BUREAU, ...OFFICES].map(office) },
  };
  const response = await insist({ address, token: (path: string) => deployment.token(path) }, call);
  if (response?.status !== 200) throw new Error(`offices: ${response?.status} ${await response?.text()}`);
};

/** Clerks who record and send again whatever was not answered. Each writes to a few streams of its own, so versions rise. */
export class Clerks {
  readonly acknowledged: string[] = [];
  readonly refusals: string[] = [];
  /** Milliseconds each answer took, tries that failed included. */
  readonly took: number[] = [];
  private done = false;
  private readonly working: readonly Promise<void>[];

  constructor(
    private readonly deployment: Deployment,
    private readonly api: Service,
    /** Milliseconds between two commands of one clerk. */
    private readonly breath = 0,
  ) {
    this.working = Array.from({ length: WRITERS }, (_, at) => this.write(at));
  }

  async stop(): Promise<void> {
    this.done = true;
    await Promise.all(this.working);
  }

  private async write(clerk: number): Promise<void> {
    const target = { address: this.api.address, token: (path: string) => this.deployment.token(path) };
    let lot = '';
    for (let nth = 0; !this.done; nth += 1) {
      // A lot of licences is bought and then given out: five events of one stream.
      if (nth % 5 === 0) lot = randomUUID();
      const place = OFFICES[(clerk * 7 + Math.floor(nth / 5)) % OFFICES.length] as string;
      const began = performance.now();
      const call = { method: 'POST', key: randomUUID(), ...this.command(lot, place, nth) };
      const response = await insist(target, call, () => this.done);
      if (response === undefined) return;
      const answer = (await response.json()) as { eventIds?: readonly string[] };
      if (response.status === 201 && answer.eventIds?.[0] !== undefined) this.acknowledged.push(answer.eventIds[0]);
      else this.refusals.push(`${response.status} ${JSON.stringify(answer)}`);
      this.took.push(performance.now() - began);
      if (this.breath > 0) await new Promise((resolve) => setTimeout(resolve, this.breath));
    }
  }

  private command(stream: string, place: string, nth: number): { readonly path: string; readonly body: object } {
    if (nth % 5 === 0)
      return {
        path: `/v1/corrections/device-pool/${stream}/purchase-device-licence`,
        body: {
          office: place,
          data: { purchasedOn: '2023-06-15', lotId: randomUUID(), kind: 'wristband', quantity: 10 },
        },
      };
    return {
      path: `/v1/corrections/device-pool/${stream}/assign-device-licence`,
      body: { office: place, data: { assignedOn: '2023-06-16', personRef: randomUUID() } },
    };
  }
}

export interface Verdict {
  /** Acknowledged events that are not stored exactly once. */
  readonly lost: readonly string[];
  readonly stored: number;
  /** Sums and balances that an independent fold of the log gives otherwise. */
  readonly differences: number;
  readonly parked: number;
  /** Positions the figures are behind the log. */
  readonly behind: number;
  /** Folded streams whose version is not that of the log. */
  readonly outOfStep: number;
}

/** Waits until the figures have reached the end of the log. */
export const settle = async (databaseUrl: string, milliseconds = 120_000): Promise<number> => {
  const pool = steadyPool({ connectionString: databaseUrl, max: 1 });
  const began = performance.now();
  try {
    for (;;) {
      const { rows } = await pool.query<{ behind: string }>(
        `select coalesce((select max(position) from es.event), 0) - ledger.projected_to(generation) as behind from ledger.live`,
      );
      if (Number(rows[0]?.behind) <= 0) return performance.now() - began;
      if (performance.now() - began > milliseconds) throw new Error(`still ${rows[0]?.behind} behind`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await pool.end();
  }
};

/** Compares what was acknowledged with the log, and the log with the figures by an independent slow fold. */
export const judge = async (databaseUrl: string, acknowledged: readonly string[]): Promise<Verdict> => {
  const events = await openEventStore(databaseUrl);
  const dataSource = await createDataSource(databaseUrl).initialize();
  const pool = steadyPool({ connectionString: databaseUrl, max: 4 });
  try {
    const { rows } = await pool.query<{ event_id: string }>('select event_id from es.event');
    const stored = new Map<string, number>();
    for (const { event_id } of rows) stored.set(event_id, (stored.get(event_id) ?? 0) + 1);
    const calendar = await loadCalendar(dataSource);
    const found = await verifyLedger({ pool, store: events.store, registry: new Registry(lines), calendar });
    const [live] = (await pool.query<{ generation: number }>('select generation from ledger.live')).rows;
    const [state] = (
      await pool.query<{ parked: string; behind: string; out_of_step: string }>(
        `select (select count(*) from ledger.parked) as parked,
                coalesce((select max(position) from es.event), 0) - ledger.projected_to($1) as behind,
                (select count(*) from es.stream s left join ledger_g${live?.generation}.folded_stream f using (stream_id)
                 where f.version is distinct from s.version) as out_of_step`,
        [live?.generation],
      )
    ).rows;
    return {
      lost: acknowledged.filter((id) => stored.get(id) !== 1),
      stored: rows.length,
      differences: found.differences.length + found.balances.length,
      parked: Number(state?.parked),
      behind: Number(state?.behind),
      outOfStep: Number(state?.out_of_step),
    };
  } finally {
    await pool.end();
    await dataSource.destroy();
    await events.close();
  }
};

export const SOUND = { lost: [], differences: 0, parked: 0, behind: 0, outOfStep: 0 };

/** `p50 12 ms, p99 40 ms`, of at least one figure. */
export const spread = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
};

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** How much of a fault a run brings: little in every run of the tests, all of it in `npm run faults`. */
export const much = (short: number, long: number): number => (process.env['FAULTS'] === 'long' ? long : short);
