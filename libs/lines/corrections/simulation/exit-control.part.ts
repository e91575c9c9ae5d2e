import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, earliest } from '#kernel/dates.js';
import { order } from './orders.js';
import type { Subject } from './population.js';
import { type Part, type Scene, at, draw, span } from './scene.js';

/** Those who came this year first, then the others: what is done once a case is done soon after intake. */
const newestFirst = (
  scene: Scene,
  count: number,
  what: string,
  except: readonly Subject[] = [],
): readonly Subject[] => {
  const able = scene.subjects.filter(
    (subject) => !except.includes(subject) && span(subject, scene).from <= span(subject, scene).to,
  );
  const arrived = able.filter(({ entry, enteredOn }) => entry === 'received' && enteredOn >= scene.tools.from);
  const fromArrived = draw(scene, arrived, Math.min(count, arrived.length), what);
  const others = able.filter((subject) => !arrived.includes(subject));
  return [...fromArrived, ...draw(scene, others, count - fromArrived.length, what)];
};

const soon = (subject: Subject, scene: Scene, days: number): LocalDate => {
  const { from, to } = span(subject, scene);
  return earliest(addDays(from, scene.tools.random.between(0, days)), to) as LocalDate;
};

/** Reports to the border authority, border controls, and travel documents taken into keeping. */
export const exitControl: Part = (scene) => {
  const { counts } = scene;
  const reported = newestFirst(scene, counts.of('exitReports'), 'exitReports');
  const controlled = newestFirst(scene, counts.of('borderControls'), 'borderControls', reported);
  return [
    ...reported.map((subject) => {
      const reportedOn = soon(subject, scene, 5);
      return order('corrections.ExitControlReported', at(subject), {
        reportedOn,
        authority: '市公安局出入境管理支队',
        from: reportedOn,
        to: subject.correctionTo < reportedOn ? reportedOn : subject.correctionTo,
      });
    }),
    ...controlled.map((subject) => {
      const imposedOn = soon(subject, scene, 8);
      const to = subject.correctionTo < imposedOn ? imposedOn : subject.correctionTo;
      return order('corrections.BorderControlImposed', at(subject), { imposedOn, docNo: scene.docNo('矫边'), to });
    }),
    ...documents(scene),
  ];
};

const KINDS = ['passport', 'hk-macao-permit', 'taiwan-permit', 'border-pass', 'other'] as const;

/** Each holder gives up one document, some a second of another kind, until the number of documents is reached. */
const documents = (scene: Scene): readonly SimulatedCommand[] => {
  const { counts, tools } = scene;
  const persons = counts.has('documentHolders') ? counts.of('documentHolders') : counts.of('documentsSeized');
  const total = counts.has('documentsSeized') ? counts.of('documentsSeized') : persons;
  if (total < persons || (persons === 0 && total > 0))
    throw new RangeError(`documentsSeized: ${total} documents for ${persons} holders`);
  const holders = draw(scene, scene.subjects, persons, 'documentHolders', 5);
  return Array.from({ length: total }, (_, index) => {
    const subject = holders[index % persons] as Subject;
    const { from, to } = span(subject, scene);
    return order('corrections.TravelDocumentSeized', at(subject), {
      seizedOn: tools.random.date(from, to),
      docKind: KINDS[Math.min(Math.floor(index / persons), KINDS.length - 1)] ?? 'other',
      count: 1,
    });
  });
};
