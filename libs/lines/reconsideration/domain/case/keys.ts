import type { Progress } from '#kernel/procedure.js';
import { lastOf } from '#kernel/procedure.js';
import type { ReconsiderationEvent } from '../events/index.js';
import { type Past, acceptedOn, application, opened } from './memory.js';

/** One applicant, or several together, against one act of one respondent. */
const actOf = (past: Past): string => {
  const { applicants, respondentCode, actDocNo, actKind, actKnownOn } = application(past);
  const who = applicants.map(({ personRef, firmName }) => personRef ?? firmName ?? '').sort();
  return [who.join('+'), respondentCode, actDocNo ?? `${actKind} ${actKnownOn}`].join(':');
};

/**
 * What no two cases share: an application of one day; once accepted, the act it is about, also after a withdrawal, unless
 * that was shown to have been against the applicant's will; and the number of the case.
 * @source 行政复议法 第三十条第七项、第七十四条
 */
export const keysOf = (state: Progress<ReconsiderationEvent>): readonly string[] => {
  const act = actOf(state);
  const accepted = lastOf(state, 'reconsideration.ReconsiderationAccepted');
  const number = accepted?.acceptanceNo ?? opened(state)?.acceptanceNo;
  const again = accepted?.withdrawalAgainstWill === true ? ':again' : '';
  return [
    `application:${act}:${application(state).receivedOn}`,
    ...(acceptedOn(state) === undefined ? [] : [`act:${act}${again}`]),
    ...(number === undefined ? [] : [`number:${number}`]),
  ];
};
