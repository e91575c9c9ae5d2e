import { defineProcedure } from '#kernel/procedure.js';
import type { LegalAidSettings } from '../../settings.js';
import { type CaseEvent, caseEvents } from '../events/index.js';
import { applicationRules } from './application.rules.js';
import { closingRules } from './closing.rules.js';
import { handlingRules } from './handling.rules.js';
import { type CaseMatter, type CaseProgress, type CaseStatus, matterOf } from './matter.js';

type Step = CaseEvent['type'];

const happened = ({ past }: Pick<CaseProgress, 'past'>, type: Step): boolean =>
  past.some((event) => event.type === type);

/** Where a case stood before it was broken off. */
const beforeTheEnd = (state: CaseProgress): CaseStatus => {
  const first = state.past[0];
  if (first?.type === 'legal-aid.OpeningBalanceImported' && first.data.state === 'assigned') return 'assigned';
  if (happened(state, 'legal-aid.AgentAssigned')) return 'assigned';
  return first?.type === 'legal-aid.DefenceNotified' ? 'notified' : 'granted';
};

const afterTheEnd: readonly Step[] = [
  'legal-aid.SubsidyApproved',
  'legal-aid.SubsidyPaid',
  'legal-aid.CaseQualityAssessed',
  'legal-aid.RecipientRevisited',
];
const withTheFile: readonly Step[] = [
  'legal-aid.DossierSubmitted',
  'legal-aid.DossierReviewed',
  'legal-aid.CaseArchived',
];
const objections: readonly Step[] = ['legal-aid.ObjectionRaised', 'legal-aid.ObjectionDecided'];

/** While a case is held open, nobody in it has another of the same matter and stage. */
const open: readonly string[] = [
  'applied',
  'supplement',
  'provisional',
  'granted',
  'notified',
  'assigned',
] satisfies readonly CaseStatus[];

/** What a case is one of a kind by; a criminal case by its being one, since a notice names no matter. */
const subjectOf = ({ nature, matter, stage }: CaseMatter): string =>
  `${nature === 'criminal' ? nature : (matter ?? nature)}:${stage ?? 'none'}`;

/**
 * A case is one person's of a matter, stage and day of receipt, also after it is closed; while it is open, the day does not
 * matter.
 */
const keysOf = (state: CaseProgress): readonly string[] => {
  const subject = matterOf(state);
  if (subject === undefined) return [];
  const { persons, receivedOn, caseNo } = subject;
  const about = subjectOf(subject);
  const first = state.past[0];
  return [
    ...(open.includes(state.status) ? persons.map((person) => `active:${person}:${about}`) : []),
    ...(first?.type === 'legal-aid.DefenceNotified'
      ? [`notice:${first.data.organ}:${first.data.noticeNo}:${first.data.suspectRef}`]
      : []),
    ...(caseNo === undefined ? [] : [`case-no:${caseNo}`]),
    ...persons.map((person) => `case:${person}:${about}:${receivedOn}`),
  ];
};

/** A case of legal aid (法律援助案件): one recipient group, one matter, one stage; from receipt to the archive. */
export const legalAidCase = defineProcedure<CaseEvent, CaseStatus, LegalAidSettings>({
  type: 'legal-aid.case',
  events: caseEvents,
  steps: {
    none: ['legal-aid.AidApplied', 'legal-aid.DefenceNotified', 'legal-aid.OpeningBalanceImported'],
    applied: [
      'legal-aid.SupplementRequested',
      'legal-aid.AgentAssigned',
      'legal-aid.AidGranted',
      'legal-aid.AidRefused',
    ],
    supplement: [
      'legal-aid.SupplementRequested',
      'legal-aid.SupplementSupplied',
      'legal-aid.ApplicationDeemedWithdrawn',
      'legal-aid.AgentReassigned',
    ],
    provisional: [
      'legal-aid.SupplementRequested',
      'legal-aid.AgentReassigned',
      'legal-aid.AidGranted',
      'legal-aid.AidRefused',
    ],
    granted: ['legal-aid.AgentAssigned', 'legal-aid.AidTerminated'],
    notified: ['legal-aid.AgentAssigned', 'legal-aid.AidTerminated'],
    assigned: [
      'legal-aid.AgentReassigned',
      'legal-aid.AidConcluded',
      'legal-aid.AidTerminated',
      'legal-aid.RecipientRevisited',
    ],
    refused: objections,
    withdrawn: [],
    concluded: [...withTheFile, ...afterTheEnd],
    terminated: [...withTheFile, ...afterTheEnd, ...objections],
    archived: afterTheEnd,
  },
  becomes: {
    'legal-aid.AidApplied': 'applied',
    'legal-aid.DefenceNotified': 'notified',
    'legal-aid.OpeningBalanceImported': ({ state }) => state,
    'legal-aid.SupplementRequested': 'supplement',
    'legal-aid.SupplementSupplied': (_data, before) =>
      happened(before, 'legal-aid.AgentAssigned') ? 'provisional' : 'applied',
    'legal-aid.ApplicationDeemedWithdrawn': 'withdrawn',
    'legal-aid.AidGranted': (_data, { status }) => (status === 'provisional' ? 'assigned' : 'granted'),
    'legal-aid.AidRefused': 'refused',
    'legal-aid.AgentAssigned': (_data, { status }) => (status === 'applied' ? 'provisional' : 'assigned'),
    'legal-aid.AidConcluded': 'concluded',
    'legal-aid.AidTerminated': 'terminated',
    'legal-aid.ObjectionDecided': ({ outcome }, before) => {
      if (outcome === 'maintained') return before.status;
      if (before.status === 'terminated') return beforeTheEnd(before);
      return happened(before, 'legal-aid.AgentAssigned') ? 'provisional' : 'applied';
    },
    'legal-aid.CaseArchived': 'archived',
  },
  rules: { ...applicationRules, ...handlingRules, ...closingRules },
  keys: keysOf,
  keyCodes: {
    active: 'legal-aid.duplicate-acceptance',
    case: 'legal-aid.case-exists',
    notice: 'legal-aid.notice-exists',
    'case-no': 'legal-aid.case-number-taken',
  },
});
