import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, earliest, latest } from '#kernel/dates.js';
import { order } from './orders.js';
import { type Subject, newSubject } from './population.js';
import { type Part, type Scene, at, span } from './scene.js';
import { decidedBy, penalty, person, sentence } from './sentence.js';

const SOURCE_SYSTEM = '省社区矫正信息管理系统';
/** A part of a case that begins on a day: announcement, group, plan and level follow within the term set for them. */
const settleIn = (subject: Subject, scene: Scene, planned: boolean): readonly SimulatedCommand[] => {
  const { random, to } = scene.tools;
  const last = span(subject, scene).to;
  const day = (least: number, most: number): LocalDate =>
    earliest(addDays(subject.enteredOn, random.between(least, most)), last, to) as LocalDate;
  const formedOn = day(0, 3);
  const adoptedOn = latest(formedOn, day(3, 14)) as LocalDate;
  const announced = order('corrections.IntakeAnnounced', at(subject), {
    announcedOn: day(0, 2),
    place: '社区矫正中心宣告室',
    attendees: ['justice-office', 'village-committee', 'guardian-or-family'],
  });
  const level = order('corrections.ManagementLevelSet', at(subject), {
    setOn: day(1, 10),
    level: random.pick(['strict', 'general', 'general', 'general', 'lenient']),
    approver: 'county-head',
  });
  if (!planned) return [announced, level];
  return [
    announced,
    order('corrections.CorrectionGroupFormed', at(subject), {
      formedOn,
      members: [
        { role: 'justice-office', sex: 'male' },
        { role: 'village-committee', sex: 'female' },
        {
          role: 'guardian-or-family',
          sex: random.pick(['male', 'female']),
          ...(subject.minor && { familiarWithMinors: true }),
        },
      ],
    }),
    order('corrections.CorrectionPlanAdopted', at(subject), { adoptedOn, planDocNo: scene.docNo('矫案') }),
    level,
  ];
};

const imported = (subject: Subject, scene: Scene, planned: boolean): readonly SimulatedCommand[] => {
  const receivedOn = addDays(subject.correctionFrom, 10);
  return [
    order('corrections.OpeningBalanceImported', at(subject), {
      asOfDate: subject.enteredOn,
      state: 'in-register',
      ...sentence(subject, scene),
      receivedOn,
      managementLevel: scene.tools.random.pick(['strict', 'general', 'general', 'lenient']),
      ...(planned && { groupFormedOn: addDays(receivedOn, 3), planAdoptedOn: addDays(receivedOn, 12) }),
      sourceSystem: SOURCE_SYSTEM,
    }),
  ];
};

/** Papers, reporting and intake; a subject who failed to report is recorded before being found. */
const received = (subject: Subject, scene: Scene, planned: boolean, failed: boolean): readonly SimulatedCommand[] => {
  const { tools } = scene;
  const { enteredOn, correctionFrom, category } = subject;
  const first = latest(correctionFrom, earliest(tools.from, enteredOn)) as LocalDate;
  const reportedOn = failed ? enteredOn : (latest(first, addDays(enteredOn, -tools.random.between(0, 2))) as LocalDate);
  const docsReceivedOn = latest(first, addDays(enteredOn, -tools.random.between(1, 3))) as LocalDate;
  const overdueOn = addDays(correctionFrom, 11);
  return [
    order('corrections.LegalDocumentsReceived', at(subject), {
      docsReceivedOn,
      ...person(subject),
      category,
      docs: [
        { kind: category === 'outside-prison' ? 'decision' : 'judgment', no: subject.judgmentDocNo },
        { kind: 'execution-notice', no: scene.docNo('执通') },
      ],
      complete: true,
      receiptSentOn: enteredOn,
    }),
    ...(failed ? [order('corrections.NonReportRecorded', at(subject), { overdueOn, ...person(subject) })] : []),
    order('corrections.SubjectReported', at(subject), {
      reportedOn,
      ...person(subject),
      channel: category === 'probation' ? 'in-person' : 'handed-over',
    }),
    order('corrections.SubjectReceived', at(subject), {
      receivedOn: enteredOn,
      ...sentence(subject, scene),
      decidingOrg: decidedBy(subject),
      decidedOn: addDays(correctionFrom, category === 'outside-prison' ? 0 : -12),
      ...penalty(subject, scene),
      docsComplete: true,
    }),
    ...settleIn(subject, scene, planned),
  ];
};

const transferredIn = (subject: Subject, scene: Scene, planned: boolean): readonly SimulatedCommand[] => {
  const { random, bureau } = scene.tools;
  const fromBureauCode = neighbour(bureau, random.between(1, 20));
  return [
    order('corrections.SubjectTransferredIn', at(subject), {
      transferredInOn: subject.enteredOn,
      ...sentence(subject, scene),
      fromBureauCode,
      sourceCaseNo: `${fromBureauCode}-${random.between(1000, 9999)}`,
      changeRef: scene.docNo('矫变'),
    }),
    ...settleIn(subject, scene, planned),
  ];
};

/** Some other county of the province. */
export const neighbour = (bureau: string, step: number): string =>
  `${bureau.slice(0, 2)}${String(((Number(bureau.slice(2, 4)) + step) % 13) + 1).padStart(2, '0')}21`;

/** The opening balance, and everybody who comes in; all have group and plan unless the counts say that some have not. */
export const intake: Part = (scene) => {
  const { subjects, counts, tools } = scene;
  const lacking = counts.of('casesDueForPlan') - counts.of('casesWithGroupAndPlan');
  const settled = tools.random.shuffle(
    subjects.filter(({ exit, entry }) => exit === undefined && entry === 'imported'),
  );
  if (settled.length < lacking) throw new RangeError(`${lacking} cases without a plan wanted, ${settled.length} there`);
  const unplanned = new Set(settled.slice(0, Math.max(0, lacking)));
  const failing = new Set(nonReporters(scene));
  return subjects.flatMap((subject) => {
    const planned = !unplanned.has(subject);
    switch (subject.entry) {
      case 'imported':
        return imported(subject, scene, planned);
      case 'received':
        return received(subject, scene, planned, failing.has(subject));
      case 'transferred-in':
        return transferredIn(subject, scene, planned);
    }
  });
};

/** Received subjects whose ten days to report were over before they came: their judgment took effect earlier. */
const nonReporters = ({ subjects, counts, tools }: Scene): readonly Subject[] => {
  const wanted = counts.of('nonReportPersons');
  const able = tools.random.shuffle(
    subjects.filter(
      ({ entry, category, detained, enteredOn }) =>
        entry === 'received' && category === 'probation' && !detained && enteredOn > addDays(tools.from, 10),
    ),
  );
  if (able.length < wanted) throw new RangeError(`nonReportPersons: ${wanted} wanted, ${able.length} received`);
  const late = able.slice(0, wanted);
  for (const subject of late) subject.correctionFrom = addDays(subject.enteredOn, -15);
  return late;
};

/** Those who have reported and are not received yet when the window ends. */
export const stillToCome: Part = async (scene) => {
  const { counts, tools } = scene;
  const more = counts.has('reported') ? counts.of('reported') - counts.total('received') : 0;
  if (more < 0) throw new RangeError('reported: everyone who is received has reported');
  const entry = { category: 'probation', entry: 'received', enteredOn: tools.to } as const;
  const coming = await Promise.all(Array.from({ length: more }, (_, at) => newSubject(tools, `c-${at + 1}`, entry)));
  return coming.map((subject) =>
    order('corrections.SubjectReported', at(subject), {
      reportedOn: tools.to,
      ...person(subject),
      channel: 'in-person',
    }),
  );
};

/** The opening cumulative figures, as they stood the day before the year. */
export const baselines: Part = ({ counts, tools }) => {
  const asOfDate = addDays(tools.yearStart, -1);
  const to = { streamId: tools.id('baseline'), office: tools.bureau };
  return (
    [
      ['baselineReceived', 'CC-09-received'],
      ['baselineLeft', 'CC-09-left'],
    ] as const
  )
    .filter(([leaf]) => counts.has(leaf))
    .map(([leaf, indicator]) =>
      order('corrections.CumulativeBaselineSet', to, { asOfDate, indicator, value: counts.of(leaf) }),
    );
};
