import { offerRemoval } from '#adapters/alone/demo-removal.js';
import { serveAlone } from '#adapters/alone/serve-alone.js';
import { type Log, processLog } from '#adapters/log.js';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { companionsOf, readCaseFile } from '#adapters/cases/read-case-file.js';
import { type Serving, greeting, serve } from '#adapters/nest/serve.js';
import { readOrder } from '#adapters/postgres/demo/removal-order.js';
import { projectRoot } from '#adapters/project-root.js';
import { releaseMemory } from '#adapters/system/memory.js';
import { systemRandom } from '#adapters/system/random.js';
import { reportOnCase } from '#application/case-report.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { excludeEachOther, roleCodes } from '#application/roles/role-table.js';
import { flows } from '#flows/index.js';
import { parsePeriod } from '#kernel/period.js';
import { lines } from '#lines/index.js';
import { dataDir, exitCodes, type Job, type JobContext, UsageFault } from '../job.js';
import { startWorkers } from '../distributed.js';
import { NoDemoHere, type StagedCase, loadCase, readingOfCase, stageCase } from '../load-case.js';
import { startWork } from '../live-work.js';
import { type OpenPlatform, openHere } from '../open.js';
import { caseSheet, verdictOf } from '../print/case-sheet.js';
import { type CliSettings, readSettings } from '../settings.js';
import { draftFormats } from '#application/ports/drafts.js';
import { printedCase, writeDocument } from '../write-documents.js';

const CASES = [
  'dawukou-2020-transfer',
  'funing-2020-targets',
  'taojiang-2023-corrections',
  'ziyang-2022-corrections',
  'ziyang-2022-department',
];

/** Shows the whole way: five published reports loaded event by event, computed, checked, written, and served. */
export const job: Job = {
  name: 'demo',
  summary: 'loads five published reports, prints them beside what the events give, and serves the API',
  options: {
    once: { type: 'boolean', help: 'end instead of serving: 0 if every row of a line that exists holds, else 1' },
    kafka: {
      type: 'boolean',
      help: 'the distributed form: Kafka (KAFKA_BROKERS, or one of its own) and workers as separate processes',
    },
    out: { type: 'string', value: '<folder>', help: 'where reports and sheets are written; `out` when left out' },
    report: { type: 'string', value: '<name>', help: 'one of the five alone; all of them when left out' },
    live: { type: 'boolean', help: 'goes on with work of today in five bureaus, while the page is open to watch it' },
    pace: {
      type: 'string',
      value: '<number>',
      help: 'with --live: commands a minute, of all bureaus; 40 when left out',
    },
    seed: { type: 'string', value: '<text>', help: 'with --live: another seed is another day' },
    'data-dir': dataDir,
  },
  endless: true,
  run: async (context) => {
    const names = casesOf(context);
    paceOf(context);
    const settings = readSettings({ folder: context.text('data-dir'), sample: true });
    const once = context.flag('once');
    // Its removal was ordered, and the process ended before it was done.
    if (!once && (await isToGo(settings))) return beginAnew(settings, context);
    const platform = await openHere(settings, context.opened);
    // Before anything is in it, or not at all.
    const marked = await platform.demo.mark();
    const loads = (): void => {
      if (!marked) throw new NoDemoHere(startOf(settings));
    };
    if (context.flag('kafka')) await startWorkers(platform.databaseUrl, settings, context.opened);
    const verdicts = [];
    for (const name of names) verdicts.push(await show(name, platform, context, loads));
    context.out('');
    for (const { line } of verdicts) context.out(line);
    if (!once) await serveDemo(platform, settings, context);
    return verdicts.every(({ holds }) => holds) ? exitCodes.done : exitCodes.wrong;
  },
};

const isToGo = async ({ DATABASE_URL, DATA_DIR }: CliSettings): Promise<boolean> =>
  DATABASE_URL === undefined && (await readOrder(DATA_DIR)) !== undefined;

/** How an installation of one's own is started where the demo is, or was. */
const startOf = ({ DATABASE_URL, DATA_DIR }: CliSettings): string =>
  DATABASE_URL === undefined ? `DATA_DIR='${DATA_DIR}' npm start` : 'npm start';

/** Serves the demo until it is removed, and from then on an installation of one's own at the same address. */
const serveDemo = async (platform: OpenPlatform, settings: CliSettings, context: JobContext): Promise<never> => {
  const { opened, out } = context;
  const { HOST: host, PORT: port } = settings;
  const [log, distributed] = [processLog(settings.LOG_LEVEL), context.flag('kafka')];
  const { removal, ordered } = offerRemoval(settings, distributed);
  const api = await serve(platform, { host, port, web: settings, log, projects: !distributed, removal, alone: true });
  opened.then(() => api.stop());
  // Its callers are made below: nobody sets it up.
  const { setupCode: _offered, ...open } = api;
  out(`\n${greeting(open)}`);
  await showCallers(api, context.flag('live') ? TODAY : FIRST_SIGHT, context);
  if (context.flag('live')) await goOnWorking(platform, log, context);
  releaseMemory();
  await ordered;
  await opened.close(log);
  return beginAnew({ ...settings, PORT: Number(new URL(api.address).port) }, context);
};

/** Opens again without the demo, as an installation of one's own. */
const beginAnew = (settings: CliSettings, { opened, out }: JobContext): Promise<never> => {
  out('\n正在清除演示数据…… / the demo is being removed …');
  out(`完成后为空库，下次启动用 / what follows is empty; the next time start it by: ${startOf(settings)}\n`);
  return serveAlone(settings, { opened, log: processLog(settings.LOG_LEVEL), lines, flows, say: out });
};

const goOnWorking = async (platform: OpenPlatform, log: Log, context: JobContext): Promise<void> => {
  const pace = paceOf(context);
  const onFault = (error: unknown) => log('error', 'the simulated work ended', { message: String(error) });
  const work = await startWork(platform, { pace, seed: context.text('seed') ?? '1', onFault });
  context.opened.then(() => work.stop());
  context.out(`五个司法局正在办理业务（模拟），每分钟约 ${pace} 笔 / five bureaus at work, ${pace} commands a minute`);
};

const casesOf = (context: JobContext): readonly string[] => {
  const named = context.text('report');
  if (named === undefined) return CASES;
  if (!CASES.includes(named)) throw new UsageFault(`--report is one of ${CASES.join(', ')}`);
  return [named];
};

/** Commands a minute where nothing is said. */
const PACE = 40;
const paceOf = (context: JobContext): number => {
  const said = context.text('pace');
  const pace = said === undefined ? PACE : Number(said);
  if (!(pace > 0 && pace <= 6_000)) throw new UsageFault('--pace is a number of commands a minute, up to 6000');
  return pace;
};

const CALLER = 'demo';
const VISITOR = 'demo-visitor';
const KEEPER = 'demo-keeper';
/** What the visitor sees first: the bureau and year with the most in it. */
const FIRST_SIGHT = '#/dashboard?bureau=430902&month=2022-12';
/** The month that is, where it moves. */
const TODAY = '#/dashboard?bureau=430902';
/** Bytes of chance in a password. */
const PASSWORD = 15;
/** Signs of every kind a password has to have: chance gives them all but for one time in sixty. */
const EVERY_KIND = '-Ta1';
/** All that is done in a bureau, but for minors and for what administrators keep. */
const BUSINESS = roleCodes.filter((role) => role !== 'minors-officer' && !excludeEachOther([role, 'auditor']));

/**
 * Makes at the first start a person for the page and a program, both for all the business of the demo's offices, and a person who keeps
 * the system and may remove the demo; shows how they get in.
 */
const showCallers = async (
  { signIn: { manage }, address }: Serving,
  sight: string,
  { out }: JobContext,
): Promise<void> => {
  if ((await manage.list()).some(({ name }) => name === CALLER)) return;
  const person = async (name: string, roles: readonly string[]): Promise<string> => {
    const password = `${systemRandom(PASSWORD).toString('base64url')}${EVERY_KIND}`;
    const { code = '' } = await manage.create({ kind: 'person', name, roles, offices: ['*'] });
    await manage.redeem(name, code, password, { network: 'console', agent: 'demo' });
    return `用户名 / name: ${name} · 口令 / password: ${password}`;
  };
  out(`网页 / the page: ${address}/${sight} · ${await person(VISITOR, BUSINESS)}`);
  out(`看完后清除演示数据 / to remove the demo: ${address}/#/system · ${await person(KEEPER, ['system-admin'])}`);
  const made = await manage.create({ kind: 'machine', name: CALLER, roles: BUSINESS, offices: ['*'] });
  out(`a token for ten minutes; the secret is shown this once:
curl -s ${address}/v1/machine-tokens -H 'content-type: application/json' -d '{"name":"${CALLER}","secret":"${made.secret}"}'`);
};

/** Loads a case, prints its sheet and writes its report. */
const show = async (
  name: string,
  platform: OpenPlatform,
  { out, note, text }: JobContext,
  loads: () => void,
): Promise<ReturnType<typeof verdictOf>> => {
  const source = join(projectRoot(), 'cases', `${name}.json`);
  const file = await readCaseFile(source);
  const companions = await companionsOf(source, file);
  const staged = stageCase(file, { companions, together: true });
  await loadCase(staged, platform, note, loads);
  const { registry, ledger } = platform;
  const reading = readingOfCase(staged);
  const report = await reportOnCase(file, registry, ledger, reading, companions);
  for (const line of caseSheet(report)) out(line);
  const folder = text('out') ?? join(projectRoot(), 'out');
  await mkdir(folder, { recursive: true });
  const document = await printedCase(source, report, platform, reading);
  out('');
  for (const format of draftFormats) {
    const path = join(folder, `${name}.${format}`);
    await writeDocument(document, format, path);
    out(`报告 → ${path}`);
  }
  out('');
  await writeFile(join(folder, `${name}.indicators.json`), await sheetOf(staged, platform));
  return verdictOf(report);
};

/** Every figure of the case's year as JSON, with nothing in it that depends on when or how it was computed. */
const sheetOf = async (staged: StagedCase, { ledger, registry }: OpenPlatform): Promise<string> => {
  const period = parsePeriod(staged.file.period.from.slice(0, 4));
  if (period === undefined) throw new Error(`${staged.file.caseId} has no year`);
  const codes = [...registry.indicators.keys()];
  const indicators = await evaluateIndicators(ledger, registry, readingOfCase(staged), period, codes);
  return `${JSON.stringify({ caseId: staged.file.caseId, period, indicators }, undefined, 2)}\n`;
};
