import { fieldsOf } from '#application/measure-postings.js';
import { builderOf } from '../../../test/support/built.js';
import { type Played, PlayedLog } from '../../../test/support/played-log.js';
import type { DeadlineCode } from './deadlines.js';
import type { DataOfEvent, EventType, LitigationEvent } from './domain/events.js';
import { examples, person } from './domain/examples.js';
import { figures } from './figures.js';
import { indicators } from './indicators/index.js';
import { litigation } from './index.js';
import { factFields } from './views/kinds.js';

const built = builderOf<LitigationEvent>(examples);
type Of<Type extends EventType> = Partial<DataOfEvent<Type>>;
const notice = (data: Of<'litigation.ResponseNoticeReceived'> = {}) => built('litigation.ResponseNoticeReceived', data);
const judged = (outcome: DataOfEvent<'litigation.JudgmentReceived'>['outcome'], receivedOn = '2024-05-31') =>
  built('litigation.JudgmentReceived', { outcome, receivedOn });
const final = (data: Of<'litigation.JudgmentBecameFinal'> = {}) => built('litigation.JudgmentBecameFinal', data);
const answered = (submittedOn: string) => built('litigation.DefenceSubmitted', { submittedOn });
const second = (by: 'plaintiff' | 'defendant') => [
  built('litigation.AppealFiled', { by }),
  notice({
    instance: 'second',
    courtCaseNo: '(2024)湘09行终8号',
    receivedOn: '2024-07-01',
    courtFiledOn: '2024-06-25',
  }),
];

const year = (suits: Readonly<Record<string, readonly Played[]>>) => {
  const log = new PlayedLog(litigation, '430922');
  for (const [key, events] of Object.entries(suits)) log.on(key, ...events);
  return log;
};
const values = async (log: PlayedLog, period: string, ...codes: readonly string[]) =>
  Object.values(await (await log.sheet()).values(period, codes)).map((value) =>
    value === null ? null : Number(value),
  );
const percent = (quotient: number) => expect.closeTo(quotient * 100, 8) as number;

it('an empty period has no suits, and no rate at all', async () => {
  const log = year({});
  expect(await values(log, '2024', 'AL-01', 'AL-01-open', 'AL-05')).toEqual([0, 0, 0]);
  expect(await values(log, '2024', 'AL-02', 'AL-03', 'AL-04')).toEqual([null, null, null]);
});

it('counts notices by instance and suits once, from the day they came in to the day they are final', async () => {
  const log = year({
    twice: [notice({ receivedOn: '2023-12-31' }), judged('claim-dismissed'), ...second('plaintiff')],
    last: [notice({ receivedOn: '2024-12-31', afterReconsideration: true })],
    taken: [
      built('litigation.OpeningBalanceImported'),
      judged('revoked', '2024-02-01'),
      final({ effectiveOn: '2024-12-31', finalOutcome: 'lost' }),
    ],
    again: [
      notice({ receivedOn: '2024-01-01' }),
      judged('claim-dismissed'),
      final(),
      notice({ receivedOn: '2024-10-08', instance: 'retrial', courtCaseNo: '(2024)湘09行再1号' }),
    ],
  });
  const codes = ['AL-01', 'AL-01-first', 'AL-01-second', 'AL-01-retrial', 'AL-01-after-reconsideration', 'AL-01-begun'];
  expect(await values(log, '2024', ...codes)).toEqual([4, 2, 1, 1, 1, 3]);
  expect(await values(log, '2023', ...codes)).toEqual([1, 1, 0, 0, 0, 1]);
  expect(await values(log, '2024', 'AL-01-open', 'AL-01-appealed', 'AL-02-finals')).toEqual([3, 1, 2]);
  expect(await (await log.sheet()).findings('2024')).toEqual([]);
});

it('keeps won, lost and apart apart', async () => {
  const ended = (outcome: Parameters<typeof judged>[0], finalOutcome: 'won' | 'lost' | 'partly-lost' | 'other') => [
    notice(),
    judged(outcome),
    final({ finalOutcome }),
  ];
  const log = year({
    a: ended('claim-dismissed', 'won'),
    b: ended('withdrawn', 'won'),
    c: ended('revoked', 'lost'),
    d: ended('partly-revoked', 'partly-lost'),
    e: ended('withdrawn-after-change', 'other'),
    f: [notice(), judged('claim-dismissed'), final({ effectiveOn: '2025-01-01' })],
  });
  expect(await values(log, '2024', 'AL-02', 'AL-02-loss', 'AL-02-apart', 'AL-02-decided')).toEqual([40, 40, 20, 50]);
  expect(await values(log, '2025', 'AL-02', 'AL-01-open')).toEqual([100, 0]);
  expect(await (await log.sheet()).findings('2024')).toEqual([]);
});

it('divides appearances of the head by the hearings that required one', async () => {
  const absent = { headPresent: false, delegateRef: person('delegate'), reasonAbsent: '公务' };
  const log = year({
    a: [
      notice(),
      built('litigation.HearingAttended'),
      built('litigation.HearingAttended', { ...absent, heldOn: '2024-05-09' }),
    ],
    b: [notice(), built('litigation.HearingAttended', { ...absent, headRequired: false })],
    c: [notice(), built('litigation.HearingAttended', { heldOn: '2025-01-02' })],
  });
  expect(await values(log, '2024', 'AL-03', 'AL-03-required', 'AL-03-attended', 'AL-03-all')).toEqual([
    50,
    2,
    1,
    percent(1 / 3),
  ]);
});

it('counts a hearing that nobody went to as one that required the head', async () => {
  const nobody = { headPresent: false, reasonAbsent: '开会' };
  const log = year({
    a: [
      notice(),
      built('litigation.HearingAttended'),
      built('litigation.HearingAttended', { ...nobody, heldOn: '2024-05-09' }),
    ],
  });
  expect(await values(log, '2024', 'AL-03', 'AL-03-required', 'AL-03-attended')).toEqual([50, 2, 1]);
});

it('an answer is on time by its day, owed to no appeal of our own and not to a suit withdrawn', async () => {
  const log = year({
    onTheDay: [notice(), answered('2024-03-18')],
    late: [notice(), answered('2024-03-19')],
    never: [notice()],
    withdrawn: [notice(), judged('withdrawn', '2024-03-12')],
    ours: [notice(), answered('2024-03-14'), judged('revoked'), ...second('defendant')],
    theirs: [notice(), answered('2024-03-14'), judged('claim-dismissed'), ...second('plaintiff')],
  });
  expect(await values(log, '2024', 'AL-04-due', 'AL-04-on-time')).toEqual([6, 3]);
  expect(await values(log, '2024-07', 'AL-04-due', 'AL-04-on-time')).toEqual([1, 0]);
  expect(await values(log, '2024', 'AL-04')).toEqual([50]);
});

it('an answer that was never given counts as it did once the instance is judged', async () => {
  const log = year({ never: [notice()], given: [notice(), answered('2024-03-14')] });
  expect(await values(log, '2024', 'AL-04', 'AL-04-due', 'AL-04-on-time')).toEqual([50, 2, 1]);
  for (const key of ['never', 'given']) log.on(key, judged('claim-dismissed'), final());
  expect(await values(log, '2024', 'AL-04', 'AL-04-due', 'AL-04-on-time')).toEqual([50, 2, 1]);
});

it('counts suggestions by the day they came in and were answered', async () => {
  const advice = built('litigation.JudicialAdviceReceived', { receivedOn: '2024-12-31' });
  const reply = built('litigation.JudicialAdviceAnswered', { answeredOn: '2025-01-06' });
  const log = year({ a: [notice(), advice, reply] });
  expect(await values(log, '2024', 'AL-05', 'AL-05-answered')).toEqual([1, 0]);
  expect(await values(log, '2025', 'AL-05', 'AL-05-answered')).toEqual([0, 1]);
});

it('moves a figure when the record behind it is corrected', async () => {
  const log = year({ a: [notice()] });
  const [id] = log.on('a', answered('2024-03-19'));
  expect(await values(log, '2024', 'AL-04-on-time')).toEqual([0]);
  log.on('a', {
    type: 'litigation.RecordCorrected',
    data: {
      correctsEventId: id,
      changes: [{ field: 'submittedOn', before: '"2024-03-19"', after: '"2024-03-18"' }],
      reason: 'entry-error',
      approvedOn: '2024-06-01',
    },
  });
  expect(await values(log, '2024', 'AL-04-on-time')).toEqual([1]);
});

const dutiesOf = async (code: DeadlineCode, events: readonly Played[]) => {
  const { duties } = await year({ a: events }).sheet();
  return duties.filter(({ deadline }) => deadline === code).map(({ dueOn, metOn }) => [dueOn, metOn]);
};

/** Events, and the day the duty is due and was met; `null` for one still open. No year of the calendar has holidays. */
it.each<[DeadlineCode, string, readonly Played[], readonly (readonly [string, string | null])[]]>([
  ['AL-D01', '15 days, moved off a Saturday', [notice(), answered('2024-03-14')], [['2024-03-18', '2024-03-14']]],
  ['AL-D01', '10 days before the revision of 2014', [notice({ receivedOn: '2015-04-01' })], [['2015-04-13', null]]],
  ['AL-D01', 'nothing once withdrawn', [notice(), judged('withdrawn', '2024-03-12')], []],
  ['AL-D01', 'nothing once judged without one', [notice(), judged('claim-dismissed')], []],
  [
    'AL-D01',
    'given, also once judged',
    [notice(), answered('2024-03-14'), judged('claim-dismissed')],
    [['2024-03-18', '2024-03-14']],
  ],
  ['AL-D01-judged', 'over with the judgment', [notice(), judged('claim-dismissed')], [['2024-03-18', '2024-05-31']]],
  ['AL-D01-judged', 'nothing where one was given', [notice(), answered('2024-03-14'), judged('revoked')], []],
  ['AL-D01-judged', 'nothing once withdrawn', [notice(), judged('withdrawn', '2024-03-12')], []],
  ['AL-D01-judged', 'nothing while the court sits', [notice()], []],
  ['AL-D02', '6 months from filing', [notice(), judged('revoked')], [['2024-08-26', '2024-05-31']]],
  ['AL-D02', 'nothing where the day of filing is not known', [notice({ courtFiledOn: undefined })], []],
  ['AL-D02-summary', '45 days', [notice({ procedure: 'summary' })], [['2024-04-11', null]]],
  ['AL-D02-second', '3 months', [notice(), judged('revoked'), ...second('defendant')], [['2024-09-25', null]]],
  ['AL-D03', '15 days from the judgment', [notice(), judged('revoked')], [['2024-06-17', null]]],
  [
    'AL-D03',
    'kept by an appeal',
    [notice(), judged('revoked'), ...second('defendant')],
    [['2024-06-17', '2024-06-11']],
  ],
  ['AL-D03', 'nothing once final', [notice(), judged('claim-dismissed'), final()], []],
  ['AL-D03-ruling', '10 days from the ruling', [notice(), judged('suit-dismissed')], [['2024-06-10', null]]],
  [
    'AL-D04',
    'the day set',
    [
      notice(),
      judged('revoked'),
      final({ finalOutcome: 'lost', performBy: '2024-08-01' }),
      built('litigation.JudgmentPerformed'),
    ],
    [['2024-08-01', '2024-07-30']],
  ],
  ['AL-D05', 'by the setting', [notice(), built('litigation.JudicialAdviceReceived')], [['2024-08-19', null]]],
  [
    'AL-D05',
    'the day it sets',
    [
      notice(),
      built('litigation.JudicialAdviceReceived', { dueOn: '2024-07-20' }),
      built('litigation.JudicialAdviceAnswered'),
    ],
    [['2024-07-20', '2024-07-22']],
  ],
])('%s: %s', async (code, _what, events, expected) => expect(await dutiesOf(code, events)).toEqual(expected));

it('reads fields its facts have, carries none but those, and has every indicator of the catalogue', async () => {
  const fieldsOfKind = factFields as Record<string, readonly string[]>;
  const wrong = figures.measures.flatMap((measure) =>
    fieldsOf(measure).filter((field) => !fieldsOfKind[measure.fact]?.includes(field)),
  );
  expect(wrong).toEqual([]);
  const { facts } = await year({
    a: [notice(), built('litigation.HearingAttended'), judged('revoked'), ...second('defendant')],
    b: [built('litigation.OpeningBalanceImported'), built('litigation.JudicialAdviceReceived')],
  }).sheet();
  expect([...new Set(facts.map(({ kind }) => kind))].sort()).toEqual(Object.keys(factFields).sort());
  expect(
    facts.flatMap(({ kind, fields }) => Object.keys(fields).filter((name) => !fieldsOfKind[kind]?.includes(name))),
  ).toEqual([]);
  expect(Object.keys(indicators).filter((code) => /^AL-0[1-4]$/.test(code))).toHaveLength(4);
});
