import fc from 'fast-check';
import type { Narrowing } from '#application/indicator.js';
import type {
  CausedPostings,
  DutyRow,
  FoldedStream,
  FoldedStreams,
  LatePostings,
  Ledger,
  Posting,
  ProjectionBatch,
  ProjectionStore,
  RegisterRow,
  SumTerm,
} from '#application/ports/ledger.js';
import { uuidV5 } from '#kernel/ids.js';

/** A ledger under test, over a log that the test fills. */
export interface LedgerWorld {
  readonly store: ProjectionStore & FoldedStreams;
  readonly ledger: Ledger & LatePostings & CausedPostings;
  /** Adds so many events to the log and gives the position of the last. */
  record(count: number): Promise<number>;
  /** Puts another log in the place of this one. */
  replaceLog(): Promise<void>;
  close(): Promise<void>;
}

export const VIEW = 'ledger';
export const stream = (name: string): string => uuidV5('stream', name);
export const person = (name: string): string => uuidV5('person', name);

export const posting = (bureau: string, more: Partial<Posting> = {}): Posting => ({
  measure: 'test.received',
  measureVersion: 1,
  bureau,
  office: 'A',
  on: '2023-05-10',
  cohort: null,
  splits: '{}',
  amount: '1',
  person: null,
  streamId: stream('one'),
  factKey: 'case',
  position: 1,
  ...more,
});

export const registerRow = (bureau: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  register: 'test.cases',
  bureau,
  office: 'A',
  streamId: stream('one'),
  factKey: 'case',
  orderedBy: '2023-05-10',
  person: null,
  columns: { category: 'probation' },
  position: 1,
  ...more,
});

export const dutyRow = (bureau: string, more: Partial<DutyRow> = {}): DutyRow => ({
  deadline: 'T-01',
  bureau,
  office: 'A',
  streamId: stream('one'),
  factKey: 'case',
  dueOn: '2023-05-10',
  provisional: false,
  metOn: null,
  position: 1,
  ...more,
});

export const folded = (bureau: string, more: Partial<FoldedStream> = {}): FoldedStream => ({
  streamId: stream('one'),
  streamType: 'test.case',
  bureau,
  version: 1,
  position: 1,
  foldedTo: '2023-05-10',
  facts: [{ kind: 'test.case', key: 'case', office: 'A', fields: { receivedOn: '2023-05-10' } }],
  ...more,
});

/** Records an event and applies what the given function says it causes, at its position. */
export const project = async (
  world: LedgerWorld,
  rows: (position: number) => Partial<Omit<ProjectionBatch, 'view' | 'after' | 'position'>>,
): Promise<ProjectionBatch> => {
  const after = await world.store.checkpoint(VIEW);
  const position = await world.record(1);
  const batch = {
    view: VIEW,
    after,
    position,
    streams: [],
    postings: [],
    registers: new Map(),
    duties: new Map(),
    ...rows(position),
  };
  await world.store.apply(batch);
  return batch;
};

// Days on either side of every edge that months, years and leap years have, and some in between.
const day = fc.constantFrom(
  '2022-12-31', '2023-01-01', '2023-01-15', '2023-01-31', '2023-02-01', '2023-02-28', '2023-03-01',
  '2023-11-30', '2023-12-01', '2023-12-31', '2024-01-01', '2024-02-28', '2024-02-29', '2024-03-01',
); // prettier-ignore

const category = fc.constantFrom('{}', '{"category":"parole"}', '{"category":"parole","sex":"male"}');

export type LoosePosting = Omit<Posting, 'bureau' | 'position'>;

const loosePosting: fc.Arbitrary<LoosePosting> = fc.record({
  measure: fc.constantFrom('test.received', 'test.paid'),
  measureVersion: fc.constantFrom(1, 2),
  office: fc.constantFrom('A', 'B', 'C'),
  on: day,
  cohort: fc.option(day, { freq: 2 }),
  splits: category,
  amount: fc.constantFrom('1', '-1', '0.10', '-2.5', '100000000000000000000.01'),
  person: fc.option(fc.constantFrom('p', 'q').map(person), { freq: 3 }),
  streamId: fc.constantFrom('one', 'two').map(stream),
  factKey: fc.constantFrom('case', 'leave/1'),
});

/** What a history of events posts: one list per event. Some of it cancels itself, as corrections do. */
export const history = fc.array(
  fc.array(loosePosting, { maxLength: 5 }).chain((postings) =>
    fc.constantFrom(
      postings,
      postings.flatMap((one): LoosePosting[] => [
        one,
        { ...one, amount: one.amount.startsWith('-') ? one.amount.slice(1) : `-${one.amount}` },
        { ...one, on: '2023-03-01' },
      ]),
    ),
  ),
  { minLength: 1, maxLength: 5 },
);

const MEASURES = ['test.received', 'test.paid', 'test.unheard-of'] as const;

/** A term of any kind; `alsoIn` stands only where persons are counted, which is all it is for. */
export const term: fc.Arbitrary<SumTerm> = fc
  .record(
    {
      measure: fc.constantFrom(...MEASURES),
      mode: fc.constantFrom<SumTerm['mode']>('flow', 'stock', 'cohort', 'persons-flow', 'persons-stock'),
      from: day,
      to: day,
      where: fc.constantFrom<Narrowing>({}, { category: 'parole' }, { sex: 'male' }, { sex: 'female' }),
      alsoIn: fc.constantFrom(...MEASURES),
    },
    { requiredKeys: ['measure', 'mode', 'to'] },
  )
  .map(({ alsoIn, ...rest }): SumTerm =>
    alsoIn === undefined || !rest.mode.startsWith('persons') ? rest : { ...rest, alsoIn },
  );

export const offices = fc.constantFrom(['A'], ['A', 'B'], ['A', 'B', 'C'], ['D'], []);
