import { daysBetween } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { Subject } from './population.js';
import type { Scene } from './scene.js';

type Received = DataOfEvent<'corrections.SubjectReceived'>;

const OFFENCES = [
  'public-safety',
  'public-safety',
  'property',
  'property',
  'social-order',
  'social-order',
  'personal-rights',
  'market-order',
  'corruption',
] as const;

export const person = ({ personRef, judgmentDocNo, correctionFrom }: Subject) => ({
  personRef,
  judgmentDocNo,
  effectiveOn: correctionFrom,
});

export const sentence = (subject: Subject, { tools }: Scene) => {
  const { personRef, sex, ageBand, minor, category, judgmentDocNo, correctionFrom, correctionTo, office } = subject;
  const ground = category === 'outside-prison' ? { outsidePrisonGround: 'medical' as const } : {};
  return {
    personRef,
    sex,
    ageBand,
    minor,
    category,
    ...ground,
    judgmentDocNo,
    effectiveOn: correctionFrom,
    correctionFrom,
    correctionTo,
    offenceClass: tools.random.pick(OFFENCES),
    officeCode: office,
  };
};

/** The penalty behind a term, within the bounds the law sets for it. */
export const penalty = (
  subject: Subject,
  { tools: { random } }: Scene,
): Pick<Received, 'mainPenalty' | 'originalTermMonths'> => {
  const months = Math.max(1, Math.floor(daysBetween(subject.correctionFrom, subject.correctionTo) / 31));
  switch (subject.category) {
    case 'public-surveillance':
      return { mainPenalty: 'public-surveillance' };
    case 'parole':
      return { mainPenalty: 'fixed-term', originalTermMonths: months + random.between(12, 48) };
    case 'outside-prison':
      return { mainPenalty: 'fixed-term', originalTermMonths: months + random.between(0, 24) };
    case 'probation':
      return subject.detained
        ? { mainPenalty: 'criminal-detention', originalTermMonths: random.between(1, Math.min(6, months)) }
        : { mainPenalty: 'fixed-term', originalTermMonths: random.between(6, Math.min(36, months)) };
  }
};

export const decidedBy = ({ category }: Subject): Received['decidingOrg'] =>
  category === 'outside-prison'
    ? { kind: 'prison-administration', name: '省监狱管理局' }
    : { kind: 'court', name: '县人民法院' };
