import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { CountedCategory } from './counts.js';
import { neighbour } from './intake.part.js';
import { order } from './orders.js';
import type { Exit, Subject } from './population.js';
import { type Part, type Scene, at, remaining, span } from './scene.js';

type RevocationKind = DataOfEvent<'corrections.RevocationProposed'>['kind'];

const KIND_OF: Readonly<Partial<Record<CountedCategory, RevocationKind>>> = {
  probation: 'probation-revoked',
  parole: 'parole-revoked',
  'outside-prison': 'taken-into-prison',
};

/**
 * Every way out. A revocation rests on a proposal while the counts allow one more, else on the court's own motion; proposals
 * left over are still undecided when the window ends.
 */
export const closings: Part = (scene) => {
  const { subjects, counts, grounded } = scene;
  let proposals = counts.of('revocationsProposed');
  const commands = subjects.flatMap((subject) => {
    const { exit } = subject;
    switch (exit?.kind) {
      case undefined:
        return [];
      case 'released':
        return [release(subject, exit.on, scene)];
      case 'transferred-out':
        return transferOut(subject, exit.on, scene);
      case 'terminated': {
        const proposed = exit.why !== 'death' && exit.why !== 'other' && proposals > 0;
        if (proposed) proposals -= 1;
        return terminate(subject, exit, proposed, scene);
      }
    }
  });
  // Parolees and those outside prison are few, and their flows are counted; who is proposed for revocation is on probation.
  const undecided = remaining(scene).filter((subject) => subject.category === 'probation' && !grounded.has(subject));
  for (const subject of scene.tools.random.shuffle(undecided).slice(0, proposals)) {
    grounded.add(subject);
    const { from, to } = span(subject, scene);
    const proposedOn = addDays(to, -20) < from ? to : addDays(to, -scene.tools.random.between(5, 20));
    commands.push(propose(subject, proposedOn, 'probation-revoked', scene));
    proposals -= 1;
  }
  if (proposals > 0) throw new RangeError(`revocationsProposed: ${proposals} more than there are subjects for`);
  return commands;
};

const release = (subject: Subject, releasedOn: LocalDate, scene: Scene): SimulatedCommand =>
  order('corrections.SubjectReleased', at(subject), {
    releasedOn,
    kind: 'term-expired',
    certificateNo: scene.docNo('矫解'),
    announced: true,
    aftercareHandedOver: true,
  });

const propose = (subject: Subject, proposedOn: LocalDate, kind: RevocationKind, scene: Scene): SimulatedCommand =>
  order('corrections.RevocationProposed', at(subject), {
    proposedOn,
    kind,
    organ: kind === 'taken-into-prison' ? '省监狱管理局' : '县人民法院',
    docNo: scene.docNo('矫撤'),
    arrestRequested: false,
  });

const terminate = (
  subject: Subject,
  { on, why }: Extract<Exit, { kind: 'terminated' }>,
  proposed: boolean,
  scene: Scene,
): readonly SimulatedCommand[] => {
  const kind = KIND_OF[subject.category];
  const docNo = scene.docNo(why === 'death' ? '死亡证明' : '刑更');
  const end = order('corrections.CorrectionTerminated', at(subject), {
    terminatedOn: on,
    kind: why,
    docNo,
    ...(why === 'death' && { deathKind: 'natural' as const }),
  });
  if (why === 'death' || why === 'other' || kind === undefined) return [end];
  const ruled = order('corrections.RevocationRuled', at(subject), {
    ruledOn: addDays(on, -1),
    kind,
    outcome: 'granted',
    docNo,
    courtInitiated: !proposed,
  });
  return proposed ? [propose(subject, addDays(on, -25), kind, scene), ruled, end] : [ruled, end];
};

/** Asked, consulted, answered, decided, gone: each step some days after the one before. */
const transferOut = (subject: Subject, on: LocalDate, scene: Scene): readonly SimulatedCommand[] => {
  const { bureau, random, id } = scene.tools;
  const changeId = id('change', subject.key);
  const toBureauCode = neighbour(bureau, random.between(1, 12));
  return [
    order('corrections.PlaceChangeRequested', at(subject), {
      requestedOn: addDays(on, -40),
      changeId,
      toBureauCode,
      reason: '居住地变更',
    }),
    order('corrections.PlaceChangeConsulted', at(subject), {
      consultedOn: addDays(on, -37),
      changeId,
      letterNo: scene.docNo('矫征'),
    }),
    order('corrections.PlaceChangeReplied', at(subject), {
      repliedOn: addDays(on, -30),
      changeId,
      agree: true,
      letterNo: scene.docNo('矫复'),
    }),
    order('corrections.PlaceChangeDecided', at(subject), {
      decidedOn: addDays(on, -12),
      changeId,
      decision: 'agreed',
      docNo: scene.docNo('矫变'),
    }),
    order('corrections.SubjectTransferredOut', at(subject), {
      transferredOutOn: on,
      dateBasis: 'arrival',
      toBureauCode,
      changeRef: changeId,
      docsHandedOverOn: addDays(on, -8),
    }),
  ];
};
