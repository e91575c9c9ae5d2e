import { caseOffices } from '#adapters/cases/case-stage.js';
import { companionsOf, readCaseFile } from '#adapters/cases/read-case-file.js';
import type { CaseFile } from '#application/case-file.js';
import { withVariant } from '#application/case-file.js';
import type { Reading } from '#application/ports/ledger.js';
import type { Registry } from '#application/registry.js';
import { type Stage, commandsOf, loadedState, play, withoutRegistering } from '#application/simulate.js';
import type { EventStore } from '#application/ports/event-store.js';
import { PlainFault } from '#kernel/plain-fault.js';
import { type OpenPlatform, project } from './open.js';
import { type JobContext, type JobOption, given } from './job.js';
import { Progress } from './print/progress.js';

export const caseOptions = {
  case: { type: 'string', value: '<file>', help: 'case file, as cases/schema.json describes it', required: true },
  seed: { type: 'string', value: '<text>', help: 'another seed gives another year with the same figures (default 1)' },
  variant: { type: 'string', value: '<id>', help: 'one of the variants of the case' },
  together: {
    type: 'boolean',
    help: 'plays the other reports of the bureau and year in the folder of the case too, as one year',
  },
  bureau: { type: 'string', value: '<code>', help: 'division code, where the bureau of the case is not a known one' },
} as const satisfies Readonly<Record<string, JobOption>>;

/** A case ready to be played: the reports of one bureau and year, and where. */
export interface StagedCase {
  readonly file: CaseFile;
  /** Other documents of its bureau and year, which it must not contradict. */
  readonly companions: readonly CaseFile[];
  /** What is played: the file, and those of its companions that are played with it. */
  readonly files: readonly CaseFile[];
  readonly stage: Stage;
  readonly offices: ReturnType<typeof caseOffices>['offices'];
}

interface Staging {
  readonly seed?: string | undefined;
  readonly bureau?: string | undefined;
  readonly companions?: readonly CaseFile[];
  /** Plays the companions too: one bureau-year out of several documents. */
  readonly together?: boolean;
}

export const stageCase = (
  file: CaseFile,
  { seed = '1', bureau, companions = [], together = false }: Staging = {},
): StagedCase => {
  const found = caseOffices(file, bureau);
  const files = [file, ...(together ? companions : [])].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  const stage = { bureau: found.bureau, offices: found.justiceOffices, seed };
  return { file, companions, files, stage, offices: found.offices };
};

/** The case a call names. @throws UnusableCaseFile, UnknownBureau */
export const caseFrom = async (context: JobContext): Promise<StagedCase> => {
  const path = given(context, 'case');
  const whole = await readCaseFile(path);
  const variant = context.text('variant');
  const file = variant === undefined ? whole : withVariant(whole, variant);
  return stageCase(file, {
    seed: context.text('seed'),
    bureau: context.text('bureau'),
    companions: await companionsOf(path, whole),
    together: context.flag('together'),
  });
};

/** What a case is read by: the whole bureau. */
export const readingOfCase = ({ stage }: StagedCase): Reading => ({
  bureau: stage.bureau,
  offices: [stage.bureau, ...stage.offices],
});

/** How a case stands in a store; nobody is registered to find out. */
export const stateOfCase = async (
  { files, stage }: StagedCase,
  registry: Registry,
  store: EventStore,
): Promise<Awaited<ReturnType<typeof loadedState>>> =>
  loadedState(await commandsOf(files, registry, withoutRegistering, stage), store);

/** A case whose bureau and year another simulation has filled already. */
export class OtherSimulation extends PlainFault {
  constructor(caseId: string) {
    super(
      `${caseId}: 该单位该年度已有另一次模拟数据，请另选数据目录（--data-dir）/ another simulation of this bureau and year is loaded, choose another data folder`,
    );
  }
}

/** Demo data would go into an installation that is no demo; `begin` is how that one is started. */
export class NoDemoHere extends PlainFault {
  constructor(begin: string) {
    super(
      `这里不是演示数据，不会装入。正式使用请运行：${begin}；要看演示，请另选数据目录（--data-dir）\n` +
        `this installation is no demo, and none is loaded into it. To use it: ${begin}; for a demo choose another data folder`,
    );
  }
}

export interface Loaded {
  readonly commands: number;
  /** False where it was all there before. */
  readonly stored: boolean;
}

/**
 * Loads a case through the front door and brings the figures up to date; what is there already is not sent again. `loads`: called
 * before anything is, and throws where nothing may be.
 */
export const loadCase = async (
  staged: StagedCase,
  platform: OpenPlatform,
  note: (text: string) => void,
  loads: () => void = () => undefined,
): Promise<Loaded> => {
  const { file, files, stage, offices } = staged;
  const { registry, store, handler, persons } = platform;
  const state = await stateOfCase(staged, registry, store);
  if (state === 'other') throw new OtherSimulation(file.caseId);
  if (state !== 'whole') loads();
  await platform.offices.save(offices.filter(({ code }) => platform.offices.find(code) === undefined));
  const source = state === 'whole' ? withoutRegistering : persons;
  const commands = await commandsOf(files, registry, source, stage);
  if (state !== 'whole') {
    const bar = new Progress(file.caseId, note, process.stderr.isTTY === true);
    // Recording waits for the database half of the time: what is recorded is projected meanwhile. Where that fails, so does the rest.
    let projecting: Promise<void> | undefined;
    try {
      await play(commands, handler, (done) => {
        bar.show(done, commands.length);
        projecting ??= project(platform)
          .catch(() => undefined)
          .finally(() => (projecting = undefined));
      });
    } finally {
      await projecting;
    }
  }
  await project(platform);
  return { commands: commands.length, stored: state !== 'whole' };
};
