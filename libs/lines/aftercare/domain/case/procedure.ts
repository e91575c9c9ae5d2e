import { allOf, defineProcedure, lastOf } from '#kernel/procedure.js';
import type { AftercareSettings } from '../../settings.js';
import { type CaseEvent, caseEvents } from '../events/index.js';
import { type Case, type CaseProcedure, type CaseStatus, personOf, releaseOf } from './memory.js';
import { releaseRules } from './release.rules.js';
import { supportRules } from './support.rules.js';

/** A conviction comes when it comes, and a contact of the last day may be entered after the end. */
const afterEnd: CaseProcedure['steps']['ended'] = ['aftercare.SupportContactMade', 'aftercare.Reoffended'];

/**
 * What no two cases share: a notice, a release, a hand-over, and a person's being in support. Who moved away gives the
 * release back, since the person may return.
 */
const keysOf = (state: Case): readonly string[] => {
  const person = personOf(state);
  const { certificateNo } = releaseOf(state) ?? {};
  const handedOver = lastOf(state, 'aftercare.HandedOverFromCorrection');
  return [
    ...allOf(state, 'aftercare.PreReleaseNotified').map(({ noticeNo }) => `notice:${person}:${noticeNo}`),
    ...(certificateNo === undefined || state.status === 'moved-out' ? [] : [`release:${person}:${certificateNo}`]),
    ...(handedOver === undefined ? [] : [`hand-over:${handedOver.sourceRecordId}`]),
    ...(state.status === 'in-support' ? [`in-support:${person}`] : []),
  ];
};

/** The aftercare case (安置帮教对象档案): one person after one release, from the prison's notice to the end of support. */
export const aftercareCase = defineProcedure<CaseEvent, CaseStatus, AftercareSettings>({
  type: 'aftercare.case',
  events: caseEvents,
  steps: {
    none: [
      'aftercare.PreReleaseNotified',
      'aftercare.PrisonerReleased',
      'aftercare.HandedOverFromCorrection',
      'aftercare.MovedIn',
      'aftercare.OpeningBalanceImported',
    ],
    forecast: [
      'aftercare.PreReleaseNotified',
      'aftercare.InfoForwarded',
      'aftercare.InfoVerified',
      'aftercare.KeyStatusSet',
      'aftercare.KeyStatusCleared',
      'aftercare.PrisonerReleased',
    ],
    released: [
      'aftercare.PreReleaseNotified',
      'aftercare.InfoForwarded',
      'aftercare.InfoVerified',
      'aftercare.KeyStatusSet',
      'aftercare.KeyStatusCleared',
      'aftercare.HandedOverFromCorrection',
      'aftercare.LinkFailed',
      'aftercare.AftercareLinked',
      'aftercare.Reoffended',
    ],
    'in-support': [
      'aftercare.HandedOverFromCorrection',
      'aftercare.OfficeReassigned',
      'aftercare.SupportGroupFormed',
      'aftercare.SupportContactMade',
      'aftercare.SettlementNeedAssessed',
      'aftercare.SettlementArranged',
      'aftercare.SettlementLost',
      'aftercare.AidGiven',
      'aftercare.KeyStatusSet',
      'aftercare.KeyStatusCleared',
      'aftercare.DualListingSet',
      'aftercare.DualListingLifted',
      'aftercare.WentMissing',
      'aftercare.Found',
      'aftercare.Reoffended',
      'aftercare.MovedOut',
      'aftercare.SupportEnded',
    ],
    ended: afterEnd,
    'moved-out': afterEnd,
  },
  becomes: {
    'aftercare.PreReleaseNotified': (_data, { status }) => (status === 'none' ? 'forecast' : status),
    'aftercare.PrisonerReleased': 'released',
    'aftercare.HandedOverFromCorrection': 'released',
    'aftercare.OpeningBalanceImported': ({ state }) => state,
    'aftercare.AftercareLinked': 'in-support',
    'aftercare.MovedIn': 'in-support',
    'aftercare.MovedOut': 'moved-out',
    'aftercare.SupportEnded': 'ended',
  },
  rules: { ...releaseRules, ...supportRules },
  keys: keysOf,
  keyCodes: {
    notice: 'aftercare.notice-exists',
    release: 'aftercare.release-exists',
    'hand-over': 'aftercare.hand-over-exists',
    'in-support': 'aftercare.already-in-support',
  },
});
