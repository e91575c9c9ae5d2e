import type { StreamDefinition } from '#kernel/decider.js';
import type { CorrectionsSettings } from '../../settings.js';
import { type CaseEvent, caseEvents } from '../events/index.js';
import { caseRules } from './decide/index.js';
import { evolveCase } from './evolve/index.js';
import { isClosed, isSupervised } from './rule.js';
import type { CaseState } from './state.js';
import { caseSteps } from './steps.js';

/**
 * What no two cases share: an open case per person (CC-R01), a judgment enforced here, the platform's number, and the
 * numbers of our own documents. A case that moved away gives its judgment back, since the subject may return.
 */
const caseKeys = (state: CaseState): readonly string[] => {
  if (state.status === 'none') return [];
  const { personRef, judgmentDocNo } = state;
  const keys = state.status === 'transferred-out' ? [] : [`case:${personRef}:${judgmentDocNo}`];
  if (!isClosed(state)) keys.push(`open-case:${personRef}`);
  if (!isSupervised(state)) return keys;
  if (state.subjectNo !== undefined && state.status !== 'transferred-out') keys.push(`subject:${state.subjectNo}`);
  for (const { docNo } of state.punishments) keys.push(`document:punishment:${docNo}`);
  for (const { docNo } of state.publicSecurityPunishments) keys.push(`document:public-security:${docNo}`);
  for (const docNo of state.commendations) keys.push(`document:commendation:${docNo}`);
  if (isClosed(state) && state.certificateNo !== undefined) keys.push(`document:certificate:${state.certificateNo}`);
  return keys;
};

/** The correction case (矫正案): one person and one judgment enforced in this county, from the papers to the last day. */
export const correctionCase: StreamDefinition<CaseEvent, CaseState, CorrectionsSettings> = {
  type: 'corrections.case',
  events: caseEvents,
  initial: { status: 'none' },
  steps: caseSteps,
  decide: caseRules,
  evolve: evolveCase,
  keys: caseKeys,
  keyCodes: {
    'open-case': 'corrections.already-in-register',
    case: 'corrections.case-exists',
    subject: 'corrections.subject-number-taken',
    document: 'corrections.document-number-taken',
  },
};
