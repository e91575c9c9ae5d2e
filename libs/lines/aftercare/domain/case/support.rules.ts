import { allOf, newestOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { refuse } from '../rejections.js';
import {
  type CaseRules,
  dualListingOf,
  isMissing,
  keyClassOf,
  officeOf,
  releaseOf,
  settlementNeedOf,
  settlementOf,
  supportUntil,
} from './memory.js';

/**
 * Support, settlement and its end. A contact may still be entered for the day the support ended.
 * @rejects aftercare.support-over            a contact after the last day of support
 * @rejects aftercare.key-class-not-in-use    the province has no such class
 * @rejects aftercare.not-settled, not-key, not-dual-listed, already-missing, not-missing
 * @rejects aftercare.offence-before-release  an offence of before is none of aftercare
 * @rejects aftercare.term-not-over           ended as over before the years of support are
 * @rejects aftercare.dates-reversed
 * @source 监狱法 第三十七条; 中办发〔2010〕5号
 */
export const supportRules: CaseRules = {
  'aftercare.OfficeReassigned': ({ officeCode }, state) => (officeCode === officeOf(state) ? nothing : accept),

  'aftercare.SupportContactMade': ({ contactOn }, state) => {
    const last = newestOf(state, 'aftercare.SupportEnded', 'aftercare.MovedOut');
    return last !== undefined && last.occurredOn < contactOn ? refuse('aftercare.support-over', 'contactOn') : accept;
  },

  'aftercare.SettlementNeedAssessed': ({ need }, state) => (need === settlementNeedOf(state) ? nothing : accept),
  'aftercare.SettlementArranged': ({ mode, employerName }, state) => {
    const now = settlementOf(state);
    return now?.mode === mode && now.employerName === employerName ? nothing : accept;
  },
  'aftercare.SettlementLost': (_data, state) =>
    settlementOf(state) === undefined ? refuse('aftercare.not-settled') : accept,

  'aftercare.KeyStatusSet': ({ keyClass }, state, { settings }) => {
    if (!settings.keyClasses.includes(keyClass)) return refuse('aftercare.key-class-not-in-use', 'keyClass');
    return keyClass === keyClassOf(state) ? nothing : accept;
  },
  'aftercare.KeyStatusCleared': (_data, state) =>
    keyClassOf(state) === undefined ? refuse('aftercare.not-key') : accept,

  'aftercare.DualListingSet': ({ place, otherBureauCode }, state) => {
    const now = dualListingOf(state);
    return now?.place === place && now.otherBureauCode === otherBureauCode ? nothing : accept;
  },
  'aftercare.DualListingLifted': (_data, state) =>
    dualListingOf(state) === undefined ? refuse('aftercare.not-dual-listed') : accept,

  'aftercare.WentMissing': (_data, state) => (isMissing(state) ? refuse('aftercare.already-missing') : accept),
  'aftercare.Found': (_data, state) => (isMissing(state) ? accept : refuse('aftercare.not-missing')),

  'aftercare.Reoffended': (data, state) => {
    const { convictionEffectiveOn, offenceCommittedOn, courtDocNo, sourceRecordId } = data;
    if (offenceCommittedOn > convictionEffectiveOn)
      return refuse('aftercare.dates-reversed', 'offenceCommittedOn', 'convictionEffectiveOn');
    const releasedOn = releaseOf(state)?.releasedOn;
    if (releasedOn !== undefined && offenceCommittedOn < releasedOn)
      return refuse('aftercare.offence-before-release', 'offenceCommittedOn');
    const known = allOf(state, 'aftercare.Reoffended').some(
      (before) =>
        (courtDocNo !== undefined && before.courtDocNo === courtDocNo) ||
        (sourceRecordId !== undefined && before.sourceRecordId === sourceRecordId) ||
        (before.convictionEffectiveOn === convictionEffectiveOn && before.offenceCommittedOn === offenceCommittedOn),
    );
    return known ? nothing : accept;
  },

  'aftercare.SupportEnded': ({ kind, endedOn }, state, { settings }) => {
    const releasedOn = releaseOf(state)?.releasedOn;
    if (kind === 'term-over' && releasedOn !== undefined && endedOn < supportUntil(releasedOn, settings))
      return refuse('aftercare.term-not-over', 'endedOn');
    return kind === 'written-off' && !isMissing(state) ? refuse('aftercare.not-missing', 'kind') : accept;
  },
};
