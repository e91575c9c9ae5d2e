/**
 * What the page costs: its first paint with the processor slowed four times, a register of ROWS rows scrolled to its end, and
 * DASHBOARDS dashboards open on one process at RATE commands a second: how soon each has the new figures, and what a command
 * takes with them and without, in pairs, turn about. The dashboards are event streams and reads of one Node process, as the page
 * makes them; browsers so many would fill a machine by themselves. All of it runs on the same cores as the server.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { importSource } from '../../support/typescript.mjs';
import { office } from '../events.mjs';
import { firstPaint, makeReader, scrollThrough, startBrowser } from '../long-register.mjs';
import { summary } from '../measure.mjs';
import { commandsAt, freshIn, openDashboards } from '../open-dashboards.mjs';
import { startServer } from '../server.mjs';

const ROWS = Number(process.env.ROWS ?? 100_000);
const DASHBOARDS = Number(process.env.DASHBOARDS ?? 200);
/** A county records less than one a second in the busiest hour. */
const RATE = Number(process.env.RATE ?? 5);
const SECONDS = Number(process.env.SECONDS ?? 20);
const OFFICES = 15;
/** The year of the intakes, so that each moves figures. */
const PERIOD = { month: '2023-12', year: '2023', before: '2022-12' };

const at = (share, values) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const p95 = (values) => at(0.95, values);
const middle = (values) => at(0.5, values);

/** One row through the front door, and the others as copies of it. */
const makeLong = async (server, databaseUrl) => {
  const data = { kind: 'recorder', quantity: 3, acquiredOn: '2023-03-05' };
  const sent = await fetch(`${server.address}/v1/institution/asset/${randomUUID()}/acquire-asset`, {
    method: 'POST',
    headers: { ...server.headers, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ office: office(0), data }),
  });
  if (sent.status !== 201) throw new Error(`${sent.status} ${await sent.text()}`);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    for (let waited = 0; waited < 100; waited += 1) {
      const { rows } = await pool.query('select 1 from ledger_g1.register_row');
      if (rows.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { lengthen } = await importSource('test/support/long-register.ts');
    await lengthen(pool, 'institution.assets', ROWS, 'kind');
  } finally {
    await pool.end();
  }
};

/** A pair: commands alone, and the same with dashboards; which comes first changes. */
const pair = async (server, turn) => {
  const alone = async () => commandsAt(server, RATE, SECONDS);
  const beside = async () => {
    const close = await openDashboards(server, { many: DASHBOARDS, offices: OFFICES, period: PERIOD });
    const accepted = await commandsAt(server, RATE, SECONDS);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const seen = await close();
    return { accepted, seen };
  };
  const [without, withThem] =
    turn % 2 === 0 ? [await alone(), await beside()] : [await beside(), await alone()].toReversed();
  const { accepted, seen } = withThem;
  const took = (commands) => commands.map((command) => command.took);
  const fresh = freshIn(accepted, seen.stood);
  return {
    fresh: p95(fresh),
    never: fresh.filter((time) => time === Infinity).length,
    reads: seen.reads / (SECONDS + 3),
    told: seen.frames / (SECONDS + 3),
    failed: seen.failed,
    ...{ without: middle(took(without)), beside: middle(took(accepted)) },
    ...{ withoutP95: p95(took(without)), besideP95: p95(took(accepted)) },
  };
};

export const run = async ({ databaseUrl, rounds }) => {
  // Everybody here asks from one address, and the dashboards are one user's.
  const server = await startServer(databaseUrl, { env: { RATE_PER_USER: '1000000', RATE_PER_ADDRESS: '1000000' } });
  const browser = await startBrowser();
  try {
    await makeReader(server.address);
    await makeLong(server, databaseUrl);
    const paints = [];
    const scrolls = [];
    for (let round = 0; round < rounds; round += 1) {
      paints.push(await firstPaint(browser, server.address));
      scrolls.push(await scrollThrough(browser, server.address, ROWS));
    }
    await browser.close();
    await commandsAt(server, 50, 4);
    const pairs = [];
    for (let round = 0; round < rounds; round += 1) pairs.push(await pair(server, round));
    const of = (results, read, unit, decimals = 0) => summary(results.map(read), unit, decimals);
    return {
      metrics: {
        first_paint_ms: of(paints, ({ paint }) => paint, 'ms, processor slowed 4 ×'),
        first_script_kb: of(paints, ({ kilobytes }) => kilobytes, 'kB, gzip'),
        register_rows: of(scrolls, ({ fetched }) => fetched, 'rows, the last in sight'),
        register_first_rows_ms: of(scrolls, ({ first }) => first, 'ms'),
        register_wheel_frame_p95_ms: of(scrolls, ({ wheel }) => p95(wheel.frames), 'ms', 1),
        register_wheel_longest_task_ms: of(scrolls, ({ wheel }) => wheel.longest, 'ms'),
        register_all_frame_p95_ms: of(scrolls, ({ all }) => p95(all.frames), 'ms', 1),
        register_all_longest_task_ms: of(scrolls, ({ all }) => all.longest, 'ms'),
        register_through_s: of(scrolls, ({ through }) => through / 1000, 's', 1),
        register_rows_in_page: of(scrolls, ({ inPage }) => inPage, 'rows'),
        dashboards: of(pairs, () => DASHBOARDS, 'dashboards'),
        dashboards_reads_per_s: of(pairs, ({ reads }) => reads, 'reads/s'),
        dashboards_told_per_s: of(pairs, ({ told }) => told, 'figures messages/s'),
        dashboards_failed_reads: of(pairs, ({ failed }) => failed, 'reads refused'),
        dashboards_fresh_p95_ms: of(pairs, ({ fresh }) => fresh, 'ms, accepted until shown'),
        dashboards_never: of(pairs, ({ never }) => never, 'commands never shown'),
        command_without_ms: of(pairs, ({ without }) => without, 'ms, median', 1),
        command_beside_ms: of(pairs, ({ beside }) => beside, 'ms, median', 1),
        command_ratio: of(pairs, ({ without, beside }) => beside / without, 'beside / without, of each pair', 2),
        command_p95_without_ms: of(pairs, ({ withoutP95 }) => withoutP95, 'ms', 1),
        command_p95_beside_ms: of(pairs, ({ besideP95 }) => besideP95, 'ms', 1),
      },
    };
  } finally {
    await browser.close();
    await server.stop();
  }
};
