import type { LeafMeaning } from '#application/case-binding.js';
import type { AidKind, EndKind, KeyClass, SettlementMode } from '../domain/enumerations.js';
import type { IndicatorCode } from '../indicators/index.js';

type Meaning = IndicatorCode | { readonly indicator: IndicatorCode; readonly at: 'opening' };
type Parts<Kind extends string> = Readonly<Record<Kind, string>>;

/** Leaves that count a part of a whole, by the value they count. */
export const endings: Parts<EndKind> = {
  'term-over': 'endedTermOver',
  death: 'endedDeath',
  reimprisoned: 'endedReimprisoned',
  'written-off': 'endedWrittenOff',
};
export const keyClasses: Parts<KeyClass> = {
  'state-security-or-cult': 'keyStateSecurityOrCult',
  gang: 'keyGang',
  drugs: 'keyDrugs',
  violence: 'keyViolence',
  'mental-disorder': 'keyMentalDisorder',
  'nothing-to-return-to': 'keyNothingToReturnTo',
  'false-identity': 'keyFalseIdentity',
  other: 'keyOther',
};
export const settlements: Parts<SettlementMode> = {
  farmland: 'settledFarmland',
  'public-welfare-post': 'settledPublicWelfarePost',
  'own-enterprise': 'settledOwnEnterprise',
  'self-employed': 'settledSelfEmployed',
  hired: 'settledHired',
  other: 'settledOther',
};
export const aids: Parts<AidKind> = {
  'skill-training': 'aidSkillTraining',
  'temporary-lodging': 'aidTemporaryLodging',
  'temporary-relief': 'aidTemporaryRelief',
  'subsistence-allowance': 'aidSubsistenceAllowance',
  'low-rent-housing': 'aidLowRentHousing',
  'childrens-schooling': 'aidChildrensSchooling',
  'job-referral': 'aidJobReferral',
};

const partsOf = <Kind extends string>(
  whole: 'AC-01-ended' | 'AC-05-settled' | 'AC-07' | 'AC-09',
  parts: Parts<Kind>,
): Readonly<Record<string, Meaning>> =>
  Object.fromEntries(Object.entries<string>(parts).map(([kind, leaf]) => [leaf, `${whole}-${kind}` as IndicatorCode]));

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  opening: { indicator: 'AC-01', at: 'opening' },
  closing: 'AC-01',
  /** The same figure where a report counts the stock and no flow. */
  inSupport: 'AC-01',
  released: 'AC-02',
  handedOver: 'AC-02-correction-released',
  dueForLinkage: 'AC-03-due',
  linked: 'AC-01-linked',
  linkFailed: 'AC-03-failed',
  keyReleased: 'AC-07-key-released',
  keyCollected: 'AC-07-key-collected',
  movedIn: 'AC-01-moved-in',
  movedOut: 'AC-01-moved-out',
  ended: 'AC-01-ended',
  ...partsOf('AC-01-ended', endings),
  withSupportGroup: 'AC-08-grouped',
  supportedWithContact: 'AC-04-persons',
  contacts: 'AC-04-contacts',
  needingSettlement: 'AC-05-needing',
  settled: 'AC-05-settled',
  ...partsOf('AC-05-settled', settlements),
  keyPersons: 'AC-07',
  ...partsOf('AC-07', keyClasses),
  missing: 'AC-01-missing',
  dualListed: 'AC-01-dual-listed',
  reoffencePersons: 'AC-06-persons',
  aidBeneficiaries: 'AC-09',
  ...partsOf('AC-09', aids),
  aidAmount: 'AC-09-amount',
} satisfies Readonly<Record<string, Meaning>>;
