import { randomUUID } from 'node:crypto';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { BUREAU } from '../../e2e/api-world.js';
import { Seeded } from '../../simulation/seeded.js';
import { atMost } from '../../support/marks.js';
import { LONG, say } from '../figures.js';
import type { ApiProcess, Said } from './api-process.js';
import { type Mutant, mutate } from './mutate.js';
import type { ZipPart } from './zip.js';

/** What is handed in, and where. */
export interface Target {
  readonly method: 'POST' | 'PUT';
  readonly type: keyof typeof mediaTypes;
  readonly path: (nth: number) => string;
  /** Type of the answer that is asked for, where it is not JSON. */
  readonly accept?: keyof typeof mediaTypes;
}

const AT_ONCE = 3;
const MOST_BYTES = 5 << 20;
const CHINESE = /[\u4e00-\u9fff]/;
const TAKEN = new Set([200, 201]);
const REFUSED = new Set([413, 422]);

/** What is wrong with what the API said of a file; undefined where nothing is. */
const faultOf = ({ status, headers, body }: Said): string | undefined => {
  if (TAKEN.has(status)) return undefined;
  const said = `${status} ${JSON.stringify(body)?.slice(0, 300)}`;
  if (!REFUSED.has(status) || headers['content-type']?.startsWith('application/problem+json') !== true) return said;
  if (!CHINESE.test(String(body.title))) return `not in Chinese: ${said}`;
  const named = (body.details ?? []) as readonly { readonly title?: string }[];
  const words = named.length > 0 && named.every(({ title }) => CHINESE.test(title ?? ''));
  return status === 422 && !words ? `names nothing: ${said}` : undefined;
};

/** How many broken files, made with which seed, and what large ones among them. */
interface Broken {
  readonly many: number;
  readonly seed: number;
  readonly large: readonly (() => Mutant)[];
}

/** Milliseconds the event loop may be held up. */
const MOST_HELD = 50;

/**
 * Hands in many broken files made of a few good ones, some at once; says what came of it in a line. A file that holds up the
 * event loop does so every time: in the short form, which runs beside other tests, what seems to is handed in once more.
 */
export const campaign = async (...asked: Parameters<typeof handIn>): Promise<string> => {
  let said = '';
  const handed = async (): Promise<number> => {
    const { statuses, worked } = await handIn(...asked);
    said = statuses;
    return worked;
  };
  await atMost(MOST_HELD, handed, LONG ? 1 : 2);
  return said;
};

const handIn = async (
  api: ApiProcess,
  { method, type, path, accept }: Target,
  bases: readonly (readonly ZipPart[])[],
  { many, seed, large }: Broken,
): Promise<{ readonly statuses: string; readonly worked: number }> => {
  const random = new Seeded(seed);
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const codes = new Map<string, number>();
  let left = many;
  const rest = [...large];
  let nth = 0;
  let tooLong = 0;
  const next = (): Mutant | undefined => {
    left -= 1;
    if (left < 0) return undefined;
    return rest.pop()?.() ?? mutate(random.pick(bases), random);
  };
  const work = async (): Promise<void> => {
    for (let mutant = next(); mutant !== undefined; mutant = next()) {
      const headers = {
        ...{ 'content-type': mediaTypes[type], 'idempotency-key': randomUUID() },
        ...(accept === undefined ? {} : { accept: mediaTypes[accept] }),
      };
      const { what, bytes } = mutant;
      // More than a body may be is refused by its length alone, and the connection closed on whoever goes on sending.
      if (bytes.length > MOST_BYTES) {
        tooLong += 1;
        continue;
      }
      nth += 1;
      const answer = await api.send(method, path(nth), headers, bytes).catch((error: unknown) => ({
        ...{ status: 0, headers: {}, body: String(error) },
      }));
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      for (const { code } of (answer.body?.details ?? []).slice(0, 1)) codes.set(code, (codes.get(code) ?? 0) + 1);
      const fault = faultOf(answer);
      if (fault !== undefined) faults.push(`file ${nth} of seed ${seed} (${what}): ${fault}`);
    }
  };
  await api.measured();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const { p99, max, worked, threads, threadMegabytes, resident } = await api.measured();
  const list = (counts: ReadonlyMap<unknown, number>) =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([what, times]) => `${what} × ${times}`)
      .join(', ');
  say(
    `${type}: ${nth} files (seed ${seed}), ${tooLong} more not sent for their length alone: ${list(statuses)}; ${threads} threads, the largest ${threadMegabytes} MiB, ` +
      `event loop held up by its own work for ${worked} ms at most (late by ${p99} ms in 99 %, ${max} ms at most, with all the machine did), process ${resident} MiB`,
  );
  say(`  refused as ${list(codes)}`);
  expect(faults.slice(0, 10)).toEqual([]);
  expect(api.child.exitCode).toBeNull();
  expect(threadMegabytes).toBeLessThanOrEqual(512);
  // A busy machine delays whoever runs on it; the long form is run on a quiet one.
  if (LONG) expect(p99).toBeLessThanOrEqual(MOST_HELD);
  return { statuses: list(statuses), worked };
};

const row = (id: string, level3: string) => ({
  ...{ row: id, level1: '产出指标', level2: '数量指标', level3, weight: '30' },
  ...{ operator: 'at-least', target: '4', unit: '件' },
});

/** A sheet of this year that a form of last year can be handed in for. */
export const setTargets = async (api: ApiProcess, fiscalYear: number, code: string): Promise<string> => {
  const id = randomUUID();
  const data = {
    ...{ setOn: `${fiscalYear}-01-12`, fiscalYear, subject: 'project', subjectCode: code, subjectName: '公证业务经费' },
    ...{ frame: 'national-2020', form: 'project-targets', budget: '380000.00' },
    rows: [row('accepted', '受理公证'), row('visits', '走访次数')],
  };
  const headers = { 'idempotency-key': randomUUID() };
  const { status, body } = await api.send('POST', `/v1/performance/sheet/${id}/set-targets`, headers, {
    office: BUREAU,
    data,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return id;
};
