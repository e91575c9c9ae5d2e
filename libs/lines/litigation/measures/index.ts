import { tables } from '../views/kinds.js';

const suit = { fact: 'litigation.suit', unit: '件' } as const;
const instance = { fact: 'litigation.instance', unit: '件', kind: 'flow' } as const;
const hearing = { fact: 'litigation.hearing', unit: '次', kind: 'flow', on: 'heldOn' } as const;
const advice = { fact: 'litigation.advice', unit: '件', kind: 'flow' } as const;

/** Every measure of the line, by code; unit 件, hearings 次. */
export const measures = tables.measures({
  /** Notices to answer a suit, each instance by itself, by the day they came in. */
  'litigation.notices': { ...instance, on: 'noticedOn', splits: ['instance', 'afterReconsideration'] },
  /** Suits that began, a retrial among them; later instances are not counted again. */
  'litigation.begun': { ...suit, kind: 'flow', on: 'openedOn' },
  'litigation.imported': { ...suit, kind: 'flow', on: 'importedOn' },
  /** Suits that are not final. */
  'litigation.open': { ...suit, kind: 'stock', from: 'openFrom', to: 'finalOn' },
  /** Suits that became final, by that day. */
  'litigation.finals': { ...suit, kind: 'flow', on: 'finalOn', splits: ['finalOutcome'] },
  /** Instances that were appealed, by the first appeal. */
  'litigation.appealed': { ...instance, on: 'filedOn' },
  'litigation.hearings-held': hearing,
  'litigation.hearings-required': { ...hearing, where: { headRequired: true } },
  'litigation.hearings-attended': { ...hearing, where: { headRequired: true, headPresent: true } },
  'litigation.hearings-with-head': { ...hearing, where: { headPresent: true } },
  /** Answers owed, by the day they are due (AL-D01). */
  'litigation.answers-due': { ...instance, on: 'answerDueOn' },
  'litigation.answers-on-time': { ...instance, on: 'answerDueOn', where: { submittedOn: { notAfter: 'answerDueOn' } } },
  'litigation.suggestions': { ...advice, on: 'receivedOn' },
  'litigation.suggestions-answered': { ...advice, on: 'answeredOn' },
});

export type MeasureCode = keyof typeof measures;
