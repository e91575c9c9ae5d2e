import { canonicalJson } from '#kernel/canonical.js';
import { PlainFault } from '#kernel/plain-fault.js';
import type { CaseBinding, LeafFigureMeaning, LeafMeaning, SimulatedCommand, SimulationTools } from './case-binding.js';
import { type CaseFile, leavesOfAll } from './case-file.js';
import type { CommandHandler } from './handle-command.js';
import { inventPerson } from './invented-people.js';
import { type Command, type LocalDate, type Rejection, type Uuid, uuidV5 } from './kernel.js';
import type { EventStore } from './ports/event-store.js';
import type { PersonDetails, PersonRegistry } from './ports/person-registry.js';
import type { Registry } from './registry.js';
import { seededRandom } from './seeded-random.js';

/** Where a case is played: the bureau that stands for the report's, the offices below it, and the seed. */
export interface Stage {
  readonly bureau: string;
  readonly offices: readonly string[];
  readonly seed: string;
}

/** A case that cannot be played: leaves no line knows, or counts that contradict each other. */
export class UnplayableCase extends PlainFault {
  constructor(
    readonly caseId: string,
    readonly problems: readonly string[],
  ) {
    super(`case ${caseId} cannot be simulated\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** A command of a simulation that the front door refused; nothing of its batch was stored. */
export class SimulationRefused extends PlainFault {
  constructor(
    readonly command: Command,
    readonly rejection: Rejection,
  ) {
    const why = rejection.details.map(({ at, code }) => `${at} ${code}`).join(', ');
    super(`${command.type} of ${JSON.stringify(command.data)}: ${rejection.code}${why === '' ? '' : ` (${why})`}`);
  }
}

/** What a leaf of a case file means to a line: by its name, else by the first pattern that fits; undefined: not known. */
export const meaningOf = ({ leaves }: CaseBinding, leaf: string): LeafMeaning | undefined => {
  if (Object.hasOwn(leaves, leaf)) return leaves[leaf];
  for (const [pattern, meaning] of Object.entries(leaves)) {
    const caught = caughtBy(pattern, leaf);
    if (caught !== undefined) return bound(meaning, caught);
  }
  return undefined;
};

/** What the stars of a pattern stand for in a leaf, in order. */
const caughtBy = (pattern: string, leaf: string): readonly string[] | undefined => {
  const parts = pattern.split('*');
  if (parts.length === 1) return undefined;
  const escaped = parts.map((part) => part.replaceAll(/[.\\^$()[\]{}+?|]/g, '\\$&'));
  return new RegExp(`^${escaped.join('([^.]+?)')}$`).exec(leaf)?.slice(1);
};

/** `correctionsProject` → `corrections-project`: keys of a case file are in camel case, codes are not. */
const codeOf = (caught = ''): string =>
  caught
    .replace(/^[A-Z]/, (first) => first.toLowerCase())
    .replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const bound = (meaning: LeafMeaning, caught: readonly string[]): LeafMeaning | undefined => {
  if (meaning === null || typeof meaning === 'string') return meaning;
  if ('sumOf' in meaning) return { sumOf: meaning.sumOf.map((item) => boundFigure(item, caught)) };
  return meaning.at === 'year-end' && !/^\d{4}$/.test(caught[0] ?? '') ? undefined : boundFigure(meaning, caught);
};

const boundFigure = (meaning: LeafFigureMeaning, [first, second]: readonly string[]): LeafFigureMeaning =>
  meaning.where === undefined
    ? meaning
    : {
        ...meaning,
        where: Object.fromEntries(
          Object.entries(meaning.where).map(([split, value]) => [
            split,
            value.replace('**', codeOf(second)).replace('*', codeOf(first)),
          ]),
        ),
      };

/**
 * Registers invented people in the order they are asked for, all that wait together at once. No two keys share an identity
 * number.
 */
export class PersonDesk {
  private waiting: {
    readonly details: PersonDetails;
    readonly settle: (ref: Uuid) => void;
    readonly fail: (error: unknown) => void;
  }[] = [];
  private readonly known = new Map<string, Promise<Uuid>>();
  private readonly numbers = new Set<string>();

  constructor(
    private readonly persons: Pick<PersonRegistry, 'registerMany'>,
    private readonly bureau: string,
    private readonly onDay: LocalDate,
  ) {}

  person(key: string, attributes: { sex?: 'male' | 'female'; age?: number } = {}): Promise<Uuid> {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    let details = inventPerson(this.bureau, key, this.onDay, attributes);
    for (let attempt = 1; this.numbers.has(details.idNo ?? ''); attempt += 1)
      details = inventPerson(this.bureau, `${key} ${attempt}`, this.onDay, attributes);
    this.numbers.add(details.idNo ?? '');
    const asked = new Promise<Uuid>((settle, fail) => {
      if (this.waiting.length === 0) queueMicrotask(() => void this.register());
      this.waiting.push({ details, settle, fail });
    });
    this.known.set(key, asked);
    return asked;
  }

  private async register(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    try {
      const refs = await this.persons.registerMany(
        this.bureau,
        batch.map(({ details }) => details),
      );
      for (const [at, { settle }] of batch.entries()) settle(refs[at] as Uuid);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }
}

/** Stands for a registry where only the ids of commands are wanted: they do not depend on who the persons are. */
export const withoutRegistering: Pick<PersonRegistry, 'registerMany'> = {
  registerMany: (bureau, people) => Promise.resolve(people.map(({ idNo }) => uuidV5('nobody', bureau, idNo ?? ''))),
};

/**
 * Writes the commands that make the counts of the reports of one bureau and year come true, for every line that knows a
 * section of them, in order of business date. Streams depend on the bureau, the year and the section alone, so that another
 * seed is seen to collide; command ids depend on the seed too, so that a broken-off load can be taken up again.
 * `partial`: sections that no line here answers for are left out.
 * @throws UnplayableCase naming every section and leaf that no line knows, or the counts that contradict each other
 */
export const commandsOf = async (
  files: readonly CaseFile[],
  registry: Registry,
  persons: Pick<PersonRegistry, 'registerMany'>,
  stage: Stage,
  { partial = false }: { readonly partial?: boolean } = {},
): Promise<readonly Command[]> => {
  const name = nameOf(files);
  const year = String(files[0]?.fiscalYear ?? '');
  const from = files.map(({ activity }) => activity.window.from).sort()[0] ?? '';
  const to =
    files
      .map(({ activity }) => activity.window.to)
      .sort()
      .at(-1) ?? '';
  const refuse =
    (place: string) =>
    (error: unknown): never => {
      throw error instanceof RangeError ? new UnplayableCase(name, [`${place}${error.message}`]) : error;
    };
  const sections = await Promise.resolve(files).then(leavesOfAll).catch(refuse(''));
  const known = new Set(bindingsOf(registry).map(({ section }) => section));
  const strange = [...sections.keys()].filter((section) => !partial && !known.has(section));
  if (strange.length > 0)
    throw new UnplayableCase(
      name,
      strange.map((section) => `${placeOf(section)}: unknown key`),
    );
  const desk = new PersonDesk(persons, stage.bureau, from);
  const written: SimulatedCommand[] = [];
  for (const binding of bindingsOf(registry)) {
    const leaves = sections.get(binding.section);
    if (leaves === undefined) continue;
    const place = placeOf(binding.section);
    const unknown = Object.keys(leaves).filter((leaf) => meaningOf(binding, leaf) === undefined);
    if (unknown.length > 0)
      throw new UnplayableCase(
        name,
        unknown.map((leaf) => `${place}.${leaf}: unknown key`),
      );
    const uncountable = Object.entries(leaves).flatMap(([leaf, value]) =>
      isCount(registry, meaningOf(binding, leaf)) && !(Number.isSafeInteger(value) && value >= 0)
        ? [`${place}.${leaf}: ${value} is no count`]
        : [],
    );
    if (uncountable.length > 0) throw new UnplayableCase(name, uncountable);
    const tools: SimulationTools = {
      ...stage,
      from,
      to,
      yearStart: `${year}-01-01`,
      files,
      random: seededRandom(`${stage.seed} ${stage.bureau} ${year} ${binding.section}`),
      person: (key, attributes) => desk.person(`${year} ${key}`, attributes),
      id: (...key) => uuidV5('simulated', stage.bureau, year, binding.section, ...key),
    };
    const played = Promise.resolve(leaves).then((counts) => binding.simulate(counts, tools));
    // One by one: a call takes only so many arguments.
    for (const command of await played.catch(refuse(`${place}: `))) written.push(command);
  }
  // Array.prototype.sort is stable: what happens to one record on one day stays in the order it was written.
  return written
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((command, at) => addressed(command, at, name, year, stage));
};

/** Whether a leaf is a count: the figure it is prints no decimals. What only steers the simulation is left to the line. */
const isCount = ({ indicators }: Registry, meaning: LeafMeaning | undefined): boolean => {
  if (meaning === undefined || meaning === null) return false;
  const figures =
    typeof meaning === 'string' ? [{ indicator: meaning }] : 'sumOf' in meaning ? meaning.sumOf : [meaning];
  return figures.every(({ indicator, per }: LeafFigureMeaning) => {
    const known = indicators.get(indicator);
    return known?.decimals === 0 && known.unit !== '元' && per === undefined;
  });
};

/** Reports that are played together, by their ids. */
const nameOf = (files: readonly CaseFile[]): string => files.map(({ caseId }) => caseId).join('+');

/** Where a section stands in the file. */
const placeOf = (section: string): string =>
  section === 'funds' || section.startsWith('establishment.') ? section : `activity.${section}`;

export const bindingsOf = (registry: Registry): readonly CaseBinding[] =>
  registry.lines.flatMap(({ cases }) => cases ?? []);

/** Who enters what a simulation plays. */
export const SIMULATED_CLERK = '期初与案例导入';

const addressed = (
  { type, streamId, data, office, evidence, approvedBy, by = SIMULATED_CLERK }: SimulatedCommand,
  at: number,
  name: string,
  year: string,
  { bureau, seed }: Stage,
): Command => {
  const commandId = uuidV5('simulated', bureau, year, name, seed, String(at), canonicalJson({ type, streamId }));
  return {
    type,
    streamId,
    data,
    office,
    bureau,
    commandId,
    correlationId: uuidV5('simulated', bureau, name, seed),
    principal: { name: by, roles: ['import'], offices: [bureau] },
    source: 'MIGRATION',
    ...(evidence === undefined ? {} : { evidence }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
};

/** Whether a case is loaded: whole, not at all, in part (take it up again), or from another seed. */
export const loadedState = async (
  commands: readonly Command[],
  store: Pick<EventStore, 'findCommand' | 'load'>,
): Promise<'whole' | 'part' | 'none' | 'other'> => {
  const [first, last] = [commands[0], commands[commands.length - 1]];
  if (first === undefined || last === undefined) return 'whole';
  if ((await store.findCommand(last.commandId)) !== undefined) return 'whole';
  if ((await store.findCommand(first.commandId)) !== undefined) return 'part';
  return (await store.load(first.streamId)) === undefined ? 'none' : 'other';
};

/**
 * Sends commands through the front door in batches, each stored as a whole, telling how many are done after each.
 * @throws SimulationRefused for the first command refused
 */
export const play = async (
  commands: readonly Command[],
  handler: Pick<CommandHandler, 'handleMany'>,
  onProgress: (done: number) => void = () => {},
  batch = 500,
): Promise<void> => {
  for (let at = 0; at < commands.length; at += batch) {
    const slice = commands.slice(at, at + batch);
    const answers = await handler.handleMany(slice, true);
    const place = answers.findIndex((answer) => 'kind' in answer && answer.code !== 'abandoned');
    const refused = place >= 0 ? place : answers.findIndex((answer) => 'kind' in answer);
    if (refused >= 0) throw new SimulationRefused(slice[refused] as Command, answers[refused] as Rejection);
    onProgress(at + slice.length);
  }
};
