import { allOf, lastOf } from '#kernel/procedure.js';
import { type Rejection, accept, nothing } from '#kernel/reject.js';
import { refuse } from '../rejections.js';
import { type Case, type CaseRules, personOf } from './memory.js';

/** Whatever opened the case, it stays about one person. */
const somebodyElse = (state: Case, { personRef }: { readonly personRef: string }): Rejection | undefined =>
  state.status === 'none' || personOf(state) === personRef ? undefined : refuse('aftercare.other-person', 'personRef');

/**
 * From the notice to the link. Who is linked before release, or twice, is out of step.
 * @rejects aftercare.other-person              the case is about somebody else
 * @rejects aftercare.notice-exists             the same notice with another day of release
 * @rejects aftercare.released-before-sentence
 * @rejects aftercare.hand-over-exists          the case came from another record
 * @rejects aftercare.dates-reversed
 * @source 监狱法 第三十五至三十七条; 综治委〔1999〕5号
 */
export const releaseRules: CaseRules = {
  'aftercare.PreReleaseNotified': (data, state) => {
    const other = somebodyElse(state, data);
    if (other !== undefined) return other;
    const known = allOf(state, 'aftercare.PreReleaseNotified').find(({ noticeNo }) => noticeNo === data.noticeNo);
    if (known === undefined) return accept;
    return known.expectedReleaseOn === data.expectedReleaseOn ? nothing : refuse('aftercare.notice-exists', 'noticeNo');
  },

  'aftercare.InfoForwarded': ({ officeCode }, state) =>
    lastOf(state, 'aftercare.InfoForwarded')?.officeCode === officeCode ? nothing : accept,

  'aftercare.PrisonerReleased': (data, state) => {
    const other = somebodyElse(state, data);
    if (other !== undefined) return other;
    return data.sentenceFrom !== undefined && data.releasedOn < data.sentenceFrom
      ? refuse('aftercare.released-before-sentence', 'releasedOn', 'sentenceFrom')
      : accept;
  },

  'aftercare.HandedOverFromCorrection': ({ sourceRecordId }, state) => {
    if (state.status === 'none') return accept;
    const known = lastOf(state, 'aftercare.HandedOverFromCorrection');
    return known?.sourceRecordId === sourceRecordId ? nothing : refuse('aftercare.hand-over-exists', 'sourceRecordId');
  },

  'aftercare.MovedIn': ({ movedInOn, releasedOn }) =>
    movedInOn < releasedOn ? refuse('aftercare.dates-reversed', 'releasedOn', 'movedInOn') : accept,

  'aftercare.OpeningBalanceImported': ({ asOfDate, releasedOn, linkedOn = asOfDate }) =>
    linkedOn < releasedOn || asOfDate < linkedOn
      ? refuse('aftercare.dates-reversed', 'releasedOn', 'linkedOn', 'asOfDate')
      : accept,
};
