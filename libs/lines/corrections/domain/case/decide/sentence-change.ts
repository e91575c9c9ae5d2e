import { accept, nothing } from '#kernel/reject.js';
import type { DataOfEvent, SentenceChangeEvent } from '../../events/index.js';
import { refuse } from '../../rejections.js';
import { type CaseRules, supervised } from '../rule.js';
import type { Category } from '../state.js';

type RevocationKind = DataOfEvent<'corrections.RevocationProposed'>['kind'];

const CATEGORY_OF: Readonly<Record<RevocationKind, Category>> = {
  'probation-revoked': 'probation',
  'parole-revoked': 'parole',
  'taken-into-prison': 'outside-prison',
};

/** Probation and parole are revoked, serving outside prison ends in prison. Old records of no known category pass. */
export const suitsCategory = (kind: RevocationKind, category: Category): boolean =>
  category === 'other' || CATEGORY_OF[kind] === category;

/**
 * Shortening a term, and taking the favour back.
 * @rejects corrections.reduction-not-shorter        the new last day is not before the old one
 * @rejects corrections.kind-not-for-category        e.g. revoking probation of a parolee
 * @rejects corrections.revocation-proposed-already  one proposal is still undecided
 * @rejects corrections.not-proposed                 no proposal, and the court did not act of itself
 * @source 社区矫正法 第三十三条、第四十六至四十九条
 */
export const sentenceChangeRules: CaseRules<SentenceChangeEvent> = {
  'corrections.SentenceReductionProposed': supervised(({ docNo }, { reductions }) =>
    reductions.includes(docNo) ? nothing : accept,
  ),

  'corrections.SentenceReductionGranted': supervised(
    ({ docNo, newCorrectionTo }, { reductions, correctionTo, correctionFrom }) => {
      if (reductions.includes(docNo) && newCorrectionTo === correctionTo) return nothing;
      return newCorrectionTo < correctionTo && newCorrectionTo >= correctionFrom
        ? accept
        : refuse('corrections.reduction-not-shorter', 'newCorrectionTo');
    },
  ),

  'corrections.RevocationProposed': supervised(({ kind, docNo }, { revocation, revocationDocs, category }) => {
    if (revocationDocs.includes(docNo)) return nothing;
    if (!suitsCategory(kind, category)) return refuse('corrections.kind-not-for-category', 'kind');
    return revocation === undefined ? accept : refuse('corrections.revocation-proposed-already');
  }),

  'corrections.RevocationRuled': supervised(
    ({ kind, docNo, courtInitiated }, { revocation, revocationDocs, category }) => {
      if (revocationDocs.includes(docNo)) return nothing;
      if (!suitsCategory(kind, category)) return refuse('corrections.kind-not-for-category', 'kind');
      return courtInitiated || revocation?.status === 'proposed' ? accept : refuse('corrections.not-proposed');
    },
  ),
};
