import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Rejected } from '#kernel/reject.js';
import { atMost } from '../../../../test/support/marks.js';
import { wordForm } from '../../../../test/support/word-form.js';
import { apartLimits, readApart } from './read-apart.js';

const VOCABULARY = { names: new Set(['year']), lists: new Map() };
/** A form as large as a form may be, and small where it is packed. */
const large = (): Promise<Buffer> => wordForm(Array.from({ length: 60_000 }, (_, at) => `第${at}段：{year}`.repeat(8)));
const wide = { memory: apartLimits.memory, time: 60_000 };

it('keeps the process answering while a large file is read', async () => {
  const form = await large();
  await readApart('formFaults', [await wordForm(['{year}']), VOCABULARY]);
  await atMost(50, async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const started = performance.now();
    expect(await readApart('formFaults', [form, VOCABULARY], wide)).toEqual([]);
    const took = performance.now() - started;
    delay.disable();
    expect(took).toBeGreaterThan(200); // it was worth a thread
    return delay.percentile(99) / 1e6;
  });
}, 120_000);

it('gives up on a file that takes too much memory, or too long, and reads the next one', async () => {
  const form = await large();
  const small = await wordForm(['{year}']);
  const values = { names: { year: '2023' }, lists: {} };
  const head = { document: 'own', issuer: '甲县司法局', date: '2024-02-28', seal: null };
  await expect(readApart('filledForm', [form, values, head], { memory: 64, time: 60_000 })).rejects.toThrow(
    'too-costly: reading it takes more than 64 MiB',
  );
  await expect(readApart('formFaults', [form, VOCABULARY], { ...wide, time: 100 })).rejects.toThrow(
    'too-costly: reading it takes longer than 0.1 s',
  );
  expect(await readApart('formFaults', [small, VOCABULARY])).toEqual([]);
}, 120_000);

it('lets so many wait and no more', async () => {
  const small = await wordForm(['{year}']);
  const asked = Array.from({ length: apartLimits.waiting + 3 }, () => readApart('formFaults', [small, VOCABULARY]));
  const answers = await Promise.allSettled(asked);
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
  expect(refused).toHaveLength(3);
  expect(refused.every((reason) => reason instanceof Rejected && reason.rejection.code === 'unavailable')).toBe(true);
  await pause(0);
  expect(await readApart('formAsks', [small])).toEqual(new Set(['year']));
}, 120_000);
