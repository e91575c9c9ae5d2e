import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonLog } from '#adapters/log.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { lines } from '#lines/index.js';
import { typedForm } from '../support/form-workbook.js';
import { fixedClock } from '../support/fixed-clock.js';
import { wordForm } from '../support/word-form.js';
import { Seeded } from '../simulation/seeded.js';
import { type Answered, ApiWorld, Contract } from '../e2e/api-world.js';
import { Callers } from './fuzz/callers.js';
import { LONG, say } from './figures.js';
import { injections } from './fuzz/injections.js';
import { curlOf, faultOf } from './fuzz/judge.js';
import { type Schema, operationsOf } from './fuzz/operations.js';
import { type FuzzedRequest, Requests } from './fuzz/requests.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? (LONG ? 50_000 : 1_500));
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
/** Of every so many requests one goes over a real socket; the others are handed to the same server inside the process. */
const BY_SOCKET = 10;
/** Requests between two times that the figures follow what was recorded. */
const FOLLOW = 100;
const SHOWN = 25;

const clock = fixedClock(new Date().toISOString());
const logged: string[] = [];
let entries = 0;
const lineLog = jsonLog(
  'debug',
  () => clock.now().now,
  (line) => void logged.push(line),
);
let world: ApiWorld;
let callers: Callers;
let port: number;

beforeAll(async () => {
  const log: typeof lineLog = (...entry) => {
    entries += 1;
    lineLog(...entry);
  };
  world = await ApiWorld.open(lines, { log }, { clock });
  callers = await Callers.open(world);
  await world.app.listen(0, '127.0.0.1');
  port = (world.app.getHttpServer().address() as AddressInfo).port;
}, 600_000);
afterAll(() => world.close());

const bodyOf = (type: unknown, text: string): unknown => (/json/.test(String(type)) ? JSON.parse(text) : text);

const bySocket = (method: string, url: string, headers: Record<string, string>, payload?: string | Buffer) =>
  new Promise<Answered>((resolve, reject) => {
    const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) };
    const sent = httpRequest(
      { port, host: '127.0.0.1', method, path: url, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const { statusCode: status = 0, headers: given } = answer;
          const text = Buffer.concat(chunks).toString();
          resolve({ status, headers: given as Answered['headers'], body: bodyOf(given['content-type'], text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });

const send = async ({ operation, as, url, headers: own, payload }: FuzzedRequest, nth: number): Promise<Answered> => {
  const headers = { ...(await callers.headersOf(as)), ...own };
  const method = operation.method;
  // What no client may put into a header never gets to a socket.
  const sendable = Object.values(headers).every((value) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value));
  const { expect: _, ...plain } = headers as Record<string, string>;
  if (nth % BY_SOCKET === 0 && sendable) return bySocket(method, url, plain, payload);
  const found = await world.app.inject({
    ...{ method: method as 'GET', url, headers },
    ...(payload === undefined ? {} : { payload }),
  });
  const type = found.headers['content-type'];
  return { status: found.statusCode, headers: found.headers as Answered['headers'], body: bodyOf(type, found.body) };
};

it(
  `answers whatever is asked of it as its document says: ${REQUESTS} requests, seed ${SEED}`,
  async () => {
    expect(injections.length).toBeGreaterThanOrEqual(2_000);
    const files = {
      [mediaTypes.docx]: [await wordForm(['{bureau}', '{CC-02}'])],
      [mediaTypes.xlsx]: [await typedForm('2022年度自评表', '示例', [{ level1: '产出', level3: '受理', actual: 2 }])],
    };
    const operations = operationsOf(world.document);
    const { schemas } = world.document.components as unknown as { schemas: Readonly<Record<string, Schema>> };
    const requests = new Requests(new Seeded(SEED), operations, schemas, callers.names, files);
    requests.pool.never = new Set(await callers.own());
    const contract = new Contract(world.document);
    const faults = new Map<string, string>();
    const statuses = new Map<number, number>();
    const asked = new Set<string>();
    let undocumented = 0;
    for (let nth = 0; nth < REQUESTS; nth += 1) {
      const request = requests.next();
      const answer = await send(request, nth);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      asked.add(request.operation.id);
      requests.learn(request, answer.status, answer.body);
      if (request.as === 'session' && answer.status === 401) callers.out();
      const fault = faultOf(contract, request, answer);
      if (fault !== undefined) {
        undocumented += answer.status < 500 ? 1 : 0;
        const key = `${request.operation.id}: ${fault}`;
        if (!faults.has(key))
          faults.set(key, `${key}\n    ${curlOf(request)}\n    ${JSON.stringify(answer.body)?.slice(0, 400)}`);
      }
      if (nth % FOLLOW === FOLLOW - 1) await world.platform.projector.catchUp();
    }
    const count = (from: number) =>
      [...statuses].reduce((sum, [status, many]) => sum + (Math.floor(status / 100) === from ? many : 0), 0);
    say(
      `fuzzing: ${REQUESTS} requests to ${asked.size} of ${operations.length} operations (seed ${SEED}): ${count(2)} × 2xx, ${count(4)} × 4xx, ` +
        `${count(5)} × 5xx, ${undocumented} undocumented or wrongly taken`,
    );
    say(
      `  by status: ${[...statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, many]) => `${status} × ${many}`)
        .join(', ')}`,
    );
    expect([...faults.values()].slice(0, SHOWN).join('\n')).toBe('');
    // Each is dealt once before any comes again, and goings-on are dealt between.
    if (REQUESTS >= 10 * operations.length) expect(asked.size).toBe(operations.length);
    else if (REQUESTS >= 2 * operations.length) expect(asked.size).toBeGreaterThan(0.75 * operations.length);
    expect(count(2)).toBeGreaterThan(REQUESTS / 20);
    // Each entry of the log is one line of JSON, whatever was sent.
    expect(logged).toHaveLength(entries);
    for (const line of logged) expect(line.trimEnd()).toBe(JSON.stringify(JSON.parse(line)));
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
  },
  LONG ? 3_600_000 : 300_000,
);
