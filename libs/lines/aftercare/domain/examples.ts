import { type Uuid, uuidV5 } from '#kernel/ids.js';
import type { AftercareEvent } from './events/index.js';

/** A made-up id that is the same in every run: `id('person')`. */
export const id = (...name: readonly string[]): Uuid => uuidV5('aftercare', 'example', ...name);

type Examples = { readonly [Type in AftercareEvent['type']]: Extract<AftercareEvent, { type: Type }>['data'] };

const release = { personRef: id('person'), sourceKind: 'prison', certificateNo: '释字〔2023〕12号' } as const;

/** One believable payload of every event type: released on 10 March 2023 after seven years, linked four days later. */
export const examples: Examples = {
  'aftercare.PreReleaseNotified': {
    noticeOn: '2023-02-06',
    noticeNo: '释通〔2023〕31号',
    personRef: id('person'),
    sourceKind: 'prison',
    prisonName: '省第一监狱',
    expectedReleaseOn: '2023-03-10',
    riskClass: 'general',
  },
  'aftercare.InfoForwarded': { forwardedOn: '2023-02-10', officeCode: '430922001' },
  'aftercare.InfoVerified': { verifiedOn: '2023-02-15', result: 'confirmed' },
  'aftercare.PrisonerReleased': {
    ...release,
    releasedOn: '2023-03-10',
    sentenceFrom: '2016-03-11',
    reportBy: '2023-03-20',
    riskClass: 'general',
    offenceClass: 'property',
    recidivist: false,
  },
  'aftercare.HandedOverFromCorrection': {
    releasedOn: '2023-03-10',
    personRef: id('person'),
    sourceRecordId: id('correction-case'),
    certificateNo: '矫解〔2023〕7号',
  },
  'aftercare.AftercareLinked': { linkedOn: '2023-03-14', mode: 'reported', officeCode: '430922001' },
  'aftercare.LinkFailed': { recordedFor: '2023-03-21', reason: 'whereabouts-unknown' },
  'aftercare.MovedIn': {
    ...release,
    movedInOn: '2023-05-04',
    releasedOn: '2021-06-01',
    fromBureauCode: '430921',
    officeCode: '430922001',
  },
  'aftercare.OpeningBalanceImported': {
    ...release,
    asOfDate: '2022-12-31',
    state: 'in-support',
    releasedOn: '2019-06-15',
    linkedOn: '2019-06-18',
    officeCode: '430922001',
    sourceSystem: '省安置帮教信息系统',
  },
  'aftercare.OfficeReassigned': { reassignedOn: '2023-06-01', officeCode: '430922002', reason: '居住地变更' },
  'aftercare.SupportGroupFormed': {
    formedOn: '2023-03-16',
    members: [{ role: 'justice-office' }, { role: 'village-committee' }, { role: 'family' }],
  },
  'aftercare.SupportContactMade': { contactOn: '2023-04-11', kind: 'visit', situation: 'stable' },
  'aftercare.SettlementNeedAssessed': { assessedOn: '2023-03-20', need: 'incapacitated' },
  'aftercare.SettlementArranged': { arrangedOn: '2023-05-15', mode: 'hired', employerName: '某食品厂' },
  'aftercare.SettlementLost': { lostOn: '2023-09-30', reason: '企业停产' },
  'aftercare.AidGiven': { givenOn: '2023-04-20', kind: 'temporary-relief', beneficiaryCount: 2, amount: '800.00' },
  'aftercare.KeyStatusSet': { setOn: '2023-03-17', keyClass: 'drugs' },
  'aftercare.KeyStatusCleared': { clearedOn: '2023-10-09' },
  'aftercare.DualListingSet': { setOn: '2023-04-03', place: 'domicile', otherBureauCode: '430921' },
  'aftercare.DualListingLifted': { liftedOn: '2023-11-06' },
  'aftercare.WentMissing': { missingOn: '2023-07-01' },
  'aftercare.Found': { foundOn: '2023-08-15' },
  'aftercare.Reoffended': {
    convictionEffectiveOn: '2023-12-01',
    offenceCommittedOn: '2023-08-02',
    offenceClass: 'property',
    courtDocNo: '（2023）刑初88号',
  },
  'aftercare.MovedOut': { movedOutOn: '2023-11-20', toBureauCode: '430921' },
  'aftercare.SupportEnded': { endedOn: '2023-12-20', kind: 'death' },
  'aftercare.StatisticsSubmitted': { submittedOn: '2023-07-02', coverage: 'half-year', statYear: 2023 },
};
