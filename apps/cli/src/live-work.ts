import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readCaseFile } from '#adapters/cases/read-case-file.js';
import { projectRoot } from '#adapters/project-root.js';
import type { Platform } from '#adapters/platform/platform.js';
import type { Command } from '#kernel/command.js';
import { seededRandom } from '#application/seeded-random.js';
import { commandsOf } from '#application/simulate.js';
import { PeopleInWaiting, inYear, movedTo, recordsOf } from '#application/work-of-today.js';
import { stageCase } from './load-case.js';

/** Whose year the work of a day is drawn from; the last is a bureau without a report of its own. */
const AT_WORK: readonly {
  readonly name: string;
  readonly sample?: { readonly code: string; readonly name: string };
}[] = [
  { name: 'dawukou-2020-transfer' },
  { name: 'funing-2020-targets' },
  { name: 'taojiang-2023-corrections' },
  { name: 'ziyang-2022-department' },
  { name: 'funing-2020-targets', sample: { code: '430999', name: '示例县司法局' } },
];
/** Records of a bureau that are at hand: hours of work at any pace one can follow. */
const AT_HAND = 1_000;

export interface LiveWork {
  /** Commands recorded and refused so far. */
  readonly done: { recorded: number; refused: number };
  /** Ends with the command that is under way. */
  stop(): Promise<void>;
}

interface Options {
  /** Commands a minute, of all bureaus together. */
  readonly pace: number;
  readonly seed: string;
  readonly onFault: (error: unknown) => void;
}

/** Work of one bureau that lies ready. */
interface Desk {
  readonly bureau: string;
  readonly records: readonly (readonly Command[])[];
  readonly people: PeopleInWaiting;
}

/**
 * Lets five bureaus work: records drawn from their published years, as if a step of each were taken today, sent one by one through the
 * front door as clerks do. What the rules refuse is left aside. The same seed does the same on the same day; what was
 * done before is passed over.
 */
export const startWork = async (platform: Platform, { pace, seed, onFault }: Options): Promise<LiveWork> => {
  const desks: Desk[] = [];
  for (const one of AT_WORK) desks.push(await deskOf(one, platform, seed));
  const ending = new AbortController();
  const done = { recorded: 0, refused: 0 };
  const wait = (): Promise<unknown> =>
    pause(60_000 / pace, undefined, { signal: ending.signal }).catch(() => undefined);
  const work = async (): Promise<void> => {
    for (let at = 0; at < AT_HAND * desks.length && !ending.signal.aborted; at += 1) {
      const desk = desks[at % desks.length] as Desk;
      const record = desk.records[Math.floor(at / desks.length)];
      if (record === undefined) continue;
      const { today } = platform.clock.now();
      const drawn = movedTo(today, record, platform.registry, seededRandom(`${seed} ${today} ${at}`));
      const first = drawn.today[0];
      if (first === undefined || (await platform.store.findCommand(first.commandId)) !== undefined) continue;
      const met = await desk.people.meet([...drawn.past, ...drawn.today], desk.bureau, platform.persons);
      const past = await platform.handler.handleMany(met.slice(0, drawn.past.length), true);
      if (past.some((answer) => 'kind' in answer)) {
        done.refused += 1;
        continue;
      }
      for (const command of met.slice(drawn.past.length)) {
        const [answer] = await platform.handler.handleMany([command], true);
        if (answer === undefined || 'kind' in answer) {
          done.refused += 1;
          break;
        }
        done.recorded += 1;
        await wait();
        if (ending.signal.aborted) return;
      }
    }
  };
  const working = work().catch(onFault);
  return {
    done,
    stop: async () => {
      ending.abort();
      await working;
    },
  };
};

const deskOf = async ({ name, sample }: (typeof AT_WORK)[number], platform: Platform, seed: string): Promise<Desk> => {
  const published = await readCaseFile(join(projectRoot(), 'cases', `${name}.json`));
  const year = Number(platform.clock.now().today.slice(0, 4));
  const bureau = { ...published.bureau, ...(sample && { name: sample.name, province: '湖南省', city: '益阳市' }) };
  const staged = stageCase(inYear({ ...published, bureau }, year), { seed, bureau: sample?.code });
  await platform.offices.save(staged.offices.filter(({ code }) => platform.offices.find(code) === undefined));
  const people = new PeopleInWaiting();
  const commands = await commandsOf(staged.files, platform.registry, people, staged.stage);
  const records = recordsOf(commands, platform.registry, seededRandom(`${seed} ${staged.stage.bureau}`));
  return { bureau: staged.stage.bureau, records: records.slice(0, AT_HAND), people };
};
