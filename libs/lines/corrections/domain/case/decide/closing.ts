import { accept } from '#kernel/reject.js';
import type { ClosingEvent, DataOfEvent } from '../../events/index.js';
import { acceptUnless, refuse } from '../../rejections.js';
import { type CaseRules, supervised } from '../rule.js';
import { isOpenChange } from './place-change.js';
import { suitsCategory } from './sentence-change.js';

type TerminationKind = DataOfEvent<'corrections.CorrectionTerminated'>['kind'];

const isRevocation = (kind: TerminationKind): kind is Exclude<TerminationKind, 'death' | 'other'> =>
  kind !== 'death' && kind !== 'other';

/**
 * Release and termination (CC-R05, CC-R05b). What is still open can be passed over by a second person.
 * @rejects corrections.term-not-over          expiry before the last day of the term
 * @rejects corrections.kind-not-for-category  e.g. probation revoked for a parolee
 * @rejects corrections.document-missing       a termination other than death without its document
 * @rejects corrections.death-kind-misplaced
 * @source 社区矫正法 第四十四至四十六条; 社区矫正法实施办法 第五十三、五十四条
 */
export const closingRules: CaseRules<ClosingEvent> = {
  'corrections.SubjectReleased': supervised(({ kind, releasedOn }, state) => {
    if (kind === 'term-expired' && releasedOn < state.correctionTo)
      return refuse('corrections.term-not-over', 'releasedOn');
    const onLeave = [...state.leaves.values()].some(({ status }) => status === 'approved' || status === 'departed');
    return acceptUnless(
      onLeave ? 'corrections.leave-open' : undefined,
      [...state.changes.values()].some(isOpenChange) ? 'corrections.change-open' : undefined,
      state.revocation === undefined ? undefined : 'corrections.revocation-pending',
    );
  }),

  'corrections.CorrectionTerminated': supervised(({ kind, docNo, deathKind }, { category }) => {
    if (isRevocation(kind) && !suitsCategory(kind, category))
      return refuse('corrections.kind-not-for-category', 'kind');
    if (kind !== 'death' && docNo === undefined) return refuse('corrections.document-missing', 'docNo');
    return kind !== 'death' && deathKind !== undefined
      ? refuse('corrections.death-kind-misplaced', 'deathKind')
      : accept;
  }),
};
