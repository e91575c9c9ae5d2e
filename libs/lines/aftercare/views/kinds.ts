import { factTables } from '#application/fact-tables.js';

/**
 * The rows that figures count, with their fields. A field in `…On` dates a posting. `counted`: false for somebody released from
 * correction where the province counts prisoners only; such rows are listed and post nothing.
 */
const factFields = {
  /**
   * One person after one release. `origin`: how the case came here. In support from `supportedFrom` to the day before
   * `supportedTo`; `linkDueOn` is the last day to report, `linkedDueOn` the day from which somebody both was due and is linked.
   * Values that change (`keyClass`, `settlement`, `settlementNeed`, `whereabouts`, `dualListed`, `rated`) hold from a date.
   */
  'aftercare.case': [
    'counted',
    'status',
    'origin',
    'sourceKind',
    'riskClass',
    'offenceClass',
    'recidivist',
    'noticeOn',
    'forwardDueOn',
    'forwardedOn',
    'verification',
    'resident',
    'notResidentOn',
    'releaseOn',
    'releasedOn',
    'keyAtRelease',
    'linkDueOn',
    'linkedOn',
    'linkMode',
    'linkedDueOn',
    'collectedOn',
    'unlinkedFrom',
    'unlinkedTo',
    'movedInOn',
    'importedOn',
    'supportedFrom',
    'groupFormedOn',
    'groupedFrom',
    'keyClass',
    'settlement',
    'settlementNeed',
    'whereabouts',
    'dualListed',
    'rated',
    'supportUntil',
    'supportedTo',
    'endedOn',
    'endKind',
    'movedOutOn',
    'fifthYearOn',
    'reoffendedWithin',
  ],
  'aftercare.link-failure': ['counted', 'recordedFor', 'reason'],
  /** A case moves between offices of the bureau: one row for the office it leaves, one for the office it joins. */
  'aftercare.reassignment': ['counted', 'movedOn', 'direction'],
  'aftercare.contact': ['counted', 'contactOn', 'kind', 'situation', 'outcome'],
  /** The contact owed after the link or after the contact before, by `dueOn`; gone with the support, `lapsedOn`. */
  'aftercare.contact-duty': ['counted', 'opensOn', 'dueOn', 'metOn', 'lapsedOn'],
  'aftercare.aid': ['counted', 'givenOn', 'kind', 'beneficiaryCount', 'amount'],
  'aftercare.reoffence': ['counted', 'convictionEffectiveOn', 'offenceCommittedOn', 'offenceClass'],
  /** Statistics an office owes for a half year or a year: those after the ones it sent last. */
  'aftercare.statistics-duty': ['coverage', 'statYear', 'dueOn', 'metOn'],
} as const;

export const tables = factTables(factFields);

export type FactKind = keyof typeof factFields;
export type FieldOf<Kind extends FactKind> = (typeof factFields)[Kind][number];
