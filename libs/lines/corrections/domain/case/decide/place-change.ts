import { accept, nothing } from '#kernel/reject.js';
import type { PlaceChangeEvent } from '../../events/index.js';
import { refuse } from '../../rejections.js';
import { type CaseRules, supervised } from '../rule.js';
import type { PlaceChange } from '../state.js';

/** A change that still keeps the case busy: asked for and not refused. */
export const isOpenChange = ({ status }: PlaceChange): boolean => status !== 'refused';

/**
 * Moving to another county: asked, consulted, answered, decided, gone.
 * @rejects corrections.change-exists, no-such-change
 * @rejects corrections.change-pending       another change is still open
 * @rejects corrections.change-order         the step before has not been taken
 * @rejects corrections.new-county-refused   agreed here although the new county said no
 * @rejects corrections.change-not-approved, other-county
 * @source 社区矫正法 第二十七条; 社区矫正法实施办法 第三十、三十一条
 */
export const placeChangeRules: CaseRules<PlaceChangeEvent> = {
  'corrections.PlaceChangeRequested': supervised(({ changeId, toBureauCode }, { changes }) => {
    const known = changes.get(changeId);
    if (known !== undefined)
      return known.toBureauCode === toBureauCode ? nothing : refuse('corrections.change-exists', 'changeId');
    return [...changes.values()].some(isOpenChange) ? refuse('corrections.change-pending', 'changeId') : accept;
  }),

  'corrections.PlaceChangeConsulted': supervised(({ changeId, letterNo }, { changes }) => {
    const change = changes.get(changeId);
    if (change === undefined) return refuse('corrections.no-such-change', 'changeId');
    if (change.status === 'consulted' && change.letterNo === letterNo) return nothing;
    return change.status === 'requested' ? accept : refuse('corrections.change-order', 'changeId');
  }),

  'corrections.PlaceChangeReplied': supervised(({ changeId, agree }, { changes }) => {
    const change = changes.get(changeId);
    if (change === undefined) return refuse('corrections.no-such-change', 'changeId');
    if (change.status === 'replied' && change.newCountyAgrees === agree) return nothing;
    return change.status === 'consulted' ? accept : refuse('corrections.change-order', 'changeId');
  }),

  'corrections.PlaceChangeDecided': supervised(({ changeId, decision, docNo }, { changes }) => {
    const change = changes.get(changeId);
    if (change === undefined) return refuse('corrections.no-such-change', 'changeId');
    if (change.status === decision && change.docNo === docNo) return nothing;
    if (change.status === 'agreed' || change.status === 'refused')
      return refuse('corrections.change-order', 'changeId');
    if (decision === 'refused') return accept;
    if (change.status !== 'replied') return refuse('corrections.change-order', 'changeId');
    return change.newCountyAgrees === true ? accept : refuse('corrections.new-county-refused', 'decision');
  }),

  'corrections.SubjectTransferredOut': supervised(({ changeRef, toBureauCode }, { changes }) => {
    const change = changes.get(changeRef);
    if (change === undefined) return refuse('corrections.no-such-change', 'changeRef');
    if (change.status !== 'agreed') return refuse('corrections.change-not-approved', 'changeRef');
    return change.toBureauCode === toBureauCode ? accept : refuse('corrections.other-county', 'toBureauCode');
  }),
};
