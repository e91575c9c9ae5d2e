/**
 * What documents cost: all that one county owes at the end of a year, the drafts of 120 counties in one scheduled run, and a
 * register as a workbook. The first county has the whole of 资阳's published year, the others its sheets and money whole and
 * every EVERYth of its other records. COUNTIES sets how many there are, ROWS the rows of the register.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stageCase } from '../../../dist/apps/cli/src/load-case.js';
import { companionsOf, readCaseFile } from '../../../dist/libs/adapters/src/cases/read-case-file.js';
import { readManifest } from '../../../dist/libs/adapters/src/documents/manifest.js';
import { draftSource } from '../../../dist/libs/adapters/src/platform/draft-source.js';
import { openPlatform } from '../../../dist/libs/adapters/src/platform/open-platform.js';
import { rebuild } from '../../../dist/libs/adapters/src/postgres/ledger/rebuild.js';
import { commandsOf, play } from '../../../dist/libs/application/src/simulate.js';
import { lines } from '../../../dist/libs/lines/index.js';
import { figure, rebuildTask } from './county-log.mjs';

const COUNTIES = Number(process.env.COUNTIES ?? 120);
const ROWS = Number(process.env.ROWS ?? 200_000);
const EVERY = 20;
const CASE = 'cases/ziyang-2022-corrections.json';
const YEAR = 2022;

const clock = { now: () => ({ now: '2022-12-31T16:10:00.000Z', today: '2023-01-01' }) };

/** Division codes of the further counties: none of a real one. */
const codeOf = (at) => `43${String(9900 - at)}`;

/** The first county's log once more under another code, streams and ids of its own. */
const COPY = `
  with head as (select max(position) as position from es.event),
  copied as (
    select e.*, row_number() over (order by e.position) as at
    from es.event e
    where e.bureau = $1
      and (e.stream_type like 'performance.%' or e.stream_type like 'funds.%'
           or mod(abs(hashtext(e.stream_id::text)), $3) = 0)
  )
  insert into es.event (position, recorded_at, stream_id, event_id, command_id, correlation_id, version, schema_version,
    occurred_on, stream_type, type, bureau, office, owner, recorded_by, source, data)
  select head.position + at, recorded_at, md5($2 || stream_id)::uuid, gen_random_uuid(), gen_random_uuid(), correlation_id,
    version, schema_version, occurred_on, stream_type, type, $2, replace(office, $1, $2), replace(owner, $1, $2),
    recorded_by, source, replace(data::text, '"' || $1, '"' || $2)::json
  from copied, head`;

const STREAMS = `
  insert into es.stream (stream_id, stream_type, bureau, owner, version)
  select stream_id, min(stream_type), min(bureau), min(owner), max(version)
  from es.event where bureau <> $1 group by stream_id`;

/** Loads the counties and derives their figures. Gives events in all, and of the first. */
const loadCounties = async (platform) => {
  const file = await readCaseFile(CASE);
  const staged = stageCase(file, { companions: await companionsOf(CASE, file), together: true });
  const { bureau } = staged.stage;
  const renamed = (unit, code) => ({
    ...unit,
    code: unit.code.replace(bureau, code),
    parent: unit.parent?.replace(bureau, code) ?? null,
    bureau: code,
  });
  const further = Array.from({ length: COUNTIES - 1 }, (_, at) => codeOf(at));
  const own = staged.offices.filter((unit) => unit.bureau === bureau);
  await platform.offices.save([
    ...staged.offices,
    ...further.flatMap((code) => own.map((unit) => renamed(unit, code))),
  ]);
  await play(await commandsOf(staged.files, platform.registry, platform.persons, staged.stage), platform.handler);
  const first = await platform.feed.head();
  for (const code of further) await platform.pool.query(COPY, [bureau, code, EVERY]);
  await platform.pool.query(STREAMS, [bureau]);
  await platform.pool.query(`select setval('es.position', (select max(position) from es.event))`);
  await platform.pool.query('vacuum analyze es.event, es.stream');
  const { events } = await rebuild(platform.pool, rebuildTask());
  return { bureau, first, events };
};

/** All that one bureau owes, as Word and workbook. */
const countySet = async (platform, bureau) => {
  const source = draftSource({ ...platform, clock });
  const began = performance.now();
  const wanted = await source.wanted(bureau, YEAR);
  for (const key of wanted) await source.make(key);
  return { documents: wanted.length, seconds: (performance.now() - began) / 1000 };
};

/** A copy's form says its money and what it counted: an empty county would be drawn up in no time. */
const refuseEmpty = async ({ drafts }, bureau) => {
  const entries = await drafts.list(YEAR, bureau);
  const key = entries.find(({ document }) => document === 'project-self-evaluation');
  const { figures } = readManifest(await drafts.file(key, 'docx'));
  const valueOf = (id) => Number(figures.find((item) => item.id === id)?.value ?? 0);
  if (valueOf('execution.rate') > 0 && valueOf('quantity-1-received.actual') > 0) return;
  throw new Error(`the form of ${bureau} says nothing: ${JSON.stringify(figures.map(({ id, value }) => [id, value]))}`);
};

const apart = async (...args) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/bench/documents-process.mjs', ...args]);
  return JSON.parse(stdout);
};

export const run = async ({ databaseUrl, rounds }) => {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
  const platform = await openPlatform({ databaseUrl, lines, keyFile: join(folder, 'person.key') });
  try {
    const { bureau, first, events } = await loadCounties(platform);
    const sets = [];
    const runs = [];
    const registers = [];
    for (let round = 0; round < rounds; round += 1) {
      sets.push(await countySet(platform, bureau));
      await platform.pool.query('truncate draft.document, draft.failure, draft.look');
      runs.push(await apart('drafts', databaseUrl));
      registers.push(await apart('register', String(ROWS)));
    }
    const wrong = runs.find(
      ({ bureaus, made, failures }) => bureaus !== COUNTIES || failures > 0 || made < 5 * COUNTIES,
    );
    if (wrong !== undefined) throw new Error(`the run did not make everything: ${JSON.stringify(wrong)}`);
    if (COUNTIES > 1) await refuseEmpty(platform, codeOf(0));
    if (registers.some(({ written }) => written !== ROWS)) throw new Error('rows of the register are missing');
    const of = (results, name, unit) =>
      figure(
        results.map((result) => Number(result[name].toFixed(1))),
        unit,
      );
    return {
      metrics: {
        documents_events: figure([events], 'events'),
        documents_events_first_county: figure([first], 'events'),
        county_documents: of(sets, 'documents', 'documents, docx and xlsx'),
        county_set_s: of(sets, 'seconds', 's'),
        run_counties: of(runs, 'bureaus', 'counties'),
        run_documents: of(runs, 'made', 'documents, docx and xlsx'),
        run_s: of(runs, 'seconds', 's'),
        run_peak_mib: of(runs, 'peakMiB', 'MiB'),
        register_rows: of(registers, 'written', 'rows'),
        register_s: of(registers, 'seconds', 's'),
        register_peak_mib: of(registers, 'peakMiB', 'MiB'),
      },
    };
  } finally {
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  }
};
