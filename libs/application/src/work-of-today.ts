import type { SeededRandom } from './case-binding.js';
import type { CaseFile } from './case-file.js';
import { type Command, type LocalDate, type Uuid, addDays, addMonths, daysBetween, uuidV5 } from './kernel.js';
import type { PersonDetails, PersonRegistry } from './ports/person-registry.js';
import type { Registry } from './registry.js';
import { SIMULATED_CLERK } from './simulate.js';

/** Steps of a record's life that are considered: one far along would drag a long past behind it. */
const FIRST_STEPS = 12;

/** Who is said to have entered the work of the day. */
const CLERK = '模拟经办人';

/** A record in work: what is known of it from before, and what is done on it on the day. */
export interface WorkOnRecord {
  readonly past: readonly Command[];
  readonly today: readonly Command[];
}

interface Dated {
  readonly command: Command;
  readonly on: LocalDate;
}

/** A case played in another year: its counts and dates of year, with the funds and forms it prints. */
export const inYear = (file: CaseFile, year: number): CaseFile => {
  const moved = (date: LocalDate): LocalDate => addMonths(date, 12 * (year - file.fiscalYear));
  const { from, to } = file.activity.window;
  return { ...file, fiscalYear: year, activity: { ...file.activity, window: { from: moved(from), to: moved(to) } } };
};

/** Keeps who was invented without registering anybody: a year has thousands, and only those who are met are wanted. */
export class PeopleInWaiting implements Pick<PersonRegistry, 'registerMany'> {
  private readonly invented = new Map<Uuid, PersonDetails>();

  registerMany(bureau: string, people: readonly PersonDetails[]): Promise<readonly Uuid[]> {
    return Promise.resolve(
      people.map((person) => {
        const ref = uuidV5('in waiting', bureau, person.idNo ?? '');
        this.invented.set(ref, person);
        return ref;
      }),
    );
  }

  /** Registers those the commands name; gives the commands with their references. */
  async meet(
    commands: readonly Command[],
    bureau: string,
    persons: Pick<PersonRegistry, 'registerMany'>,
  ): Promise<readonly Command[]> {
    const named = new Set<Uuid>();
    for (const { data } of commands) eachText(data, (text) => void (this.invented.has(text) && named.add(text)));
    const waiting = [...named];
    const known = await persons.registerMany(
      bureau,
      waiting.map((ref) => this.invented.get(ref) as PersonDetails),
    );
    const refs = new Map(waiting.map((ref, at) => [ref, known[at] as Uuid]));
    return commands.map((command) => ({ ...command, data: rewritten(command.data, (text) => refs.get(text) ?? text) }));
  }
}

/** The records of a played year, those of the lines mixed: a line with four times as many comes up twice as often. */
export const recordsOf = (
  commands: readonly Command[],
  registry: Pick<Registry, 'commands'>,
  random: SeededRandom,
): readonly (readonly Command[])[] => {
  const records = new Map<Uuid, Command[]>();
  for (const command of commands) {
    const known = records.get(command.streamId) ?? [];
    if (known.length < FIRST_STEPS) records.set(command.streamId, [...known, command]);
  }
  const byLine = new Map<string, (readonly Command[])[]>();
  for (const record of records.values()) {
    const line = registry.commands.get(record[0]?.type ?? '')?.line.code ?? '';
    byLine.set(line, [...(byLine.get(line) ?? []), record]);
  }
  const drawn = [...byLine.values()].flatMap((all) =>
    random.shuffle(all).map((record, at) => ({ record, turn: (at + random.next()) / Math.sqrt(all.length) })),
  );
  return drawn.sort((a, b) => a.turn - b.turn).map(({ record }) => record);
};

/**
 * A record as if one of its steps were taken on a day: every date in it moved by as many days, so that all that lies between
 * them stays; what comes after is left out. Another day gives other records.
 */
export const movedTo = (
  day: LocalDate,
  record: readonly Command[],
  registry: Pick<Registry, 'commands'>,
  random: SeededRandom,
): WorkOnRecord => {
  const steps = record.flatMap((command): readonly Dated[] => {
    const datedBy = registry.commands.get(command.type)?.event?.datedBy;
    const on = datedBy === undefined ? undefined : (command.data as Readonly<Record<string, unknown>>)[datedBy];
    return typeof on === 'string' ? [{ command, on }] : [];
  });
  if (steps.length === 0) return { past: [], today: [] };
  const { on } = random.pick(steps);
  const days = daysBetween(on, day);
  const moved = (some: readonly Dated[]): readonly Command[] =>
    some.map(({ command }) => moveCommand(command, day, days));
  return {
    past: moved(steps.filter((step) => step.on < on)),
    today: moved(steps.filter((step) => step.on === on)).map(asClerk),
  };
};

const moveCommand = (command: Command, day: LocalDate, days: number): Command => {
  const move = (text: string): string =>
    text === command.streamId
      ? uuidV5('today', day, text)
      : text
          .replace(/^\d{4}-\d{2}-\d{2}(?=T|$)/, (date) => addDays(date, days))
          // Documents of a day have numbers of their own: 司矫警〔2026〕1122007号.
          .replace(/〔(\d{4})〕(\d+)号/, (_, __, number: string) => numberOn(day, number));
  return {
    ...command,
    commandId: uuidV5('today', day, command.commandId),
    streamId: uuidV5('today', day, command.streamId),
    data: rewritten(command.data, move),
    ...(command.evidence === undefined ? {} : { evidence: rewritten(command.evidence, move) }),
  };
};

const asClerk = (command: Command): Command => ({
  ...command,
  source: 'MANUAL',
  ...(command.principal.name === SIMULATED_CLERK ? { principal: { ...command.principal, name: CLERK } } : {}),
});

const numberOn = (day: LocalDate, number: string): string =>
  `〔${day.slice(0, 4)}〕${day.slice(5, 7)}${day.slice(8)}${number.padStart(3, '0')}号`;

const eachText = (value: unknown, tell: (text: string) => void): void => {
  if (typeof value === 'string') tell(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) eachText(part, tell);
};

/** The same value with its texts rewritten. */
const rewritten = <Value>(value: Value, write: (text: string) => string): Value => {
  if (typeof value === 'string') return write(value) as Value;
  if (Array.isArray(value)) return value.map((part: unknown) => rewritten(part, write)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, rewritten(part as unknown, write)]),
  ) as Value;
};
