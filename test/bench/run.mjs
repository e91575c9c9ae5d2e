import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { chmodSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/libs/adapters/src/postgres/embedded/supervisor.js';
import { migrate } from '../../dist/libs/adapters/src/postgres/migrate.js';

/** Suites in the order they run when none is named. */
const SUITES = [
  'append',
  'chain',
  'rows',
  'looks',
  'bulk',
  'http',
  'live',
  'rebuild',
  'read',
  'start',
  'lines',
  'documents',
  'kafka',
  'page',
];

const usage = `npm run -s bench -- [${SUITES.join('|')}] [--rounds n] [--json]`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !SUITES.includes(name));
const rounds = Number(values.rounds);
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(usage);
  process.exit(2);
}

const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${process.arch}`,
  node: process.version,
  database: 'PostgreSQL 18 embedded, fsync on',
};

/** A new database on the bench's own server, set up as a process sets it up. */
const freshDatabase = async (server, name) => {
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return url.href;
};

const table = (metrics) => {
  const rows = Object.entries(metrics).map(([name, { median, min, max, unit }]) => [
    name,
    ...[median, min, max].map((value) => value.toLocaleString('en')),
    unit,
  ]);
  const all = [['metric', 'median', 'min', 'max', 'unit'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => String(row[column]).length)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === 4 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
        )
        .join('  '),
    )
    .join('\n');
};

const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
try {
  for (const suite of positionals.length === 0 ? SUITES : positionals) {
    const { run } = await import(`./suites/${suite}.mjs`);
    const databaseUrl = await freshDatabase(server, `bench_${suite}`);
    const { metrics } = await run({ databaseUrl, rounds });
    if (values.json) console.log(JSON.stringify({ suite, machine, metrics }));
    else
      console.log(
        `\n${suite} · ${rounds} rounds · ${machine.cores} cores, Node ${machine.node}, ${machine.database}\n${table(metrics)}`,
      );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
