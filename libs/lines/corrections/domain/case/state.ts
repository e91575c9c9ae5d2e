import type { LocalDate } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import type { DataOfEvent } from '../events/index.js';

type Received = DataOfEvent<'corrections.SubjectReceived'>;
export type Category = Received['category'];

/** What is known of a subject who has not come into the register yet. */
export interface Expected {
  readonly personRef: Uuid;
  readonly judgmentDocNo: string;
  readonly effectiveOn: LocalDate;
  /** Numbers of the papers that arrived, and whether they are complete. */
  readonly docs: readonly string[];
  readonly docsComplete: boolean;
}

export interface Leave {
  readonly leaveId: Uuid;
  readonly status: 'approved' | 'rejected' | 'cancelled' | 'departed' | 'returned';
  readonly plannedFrom: LocalDate;
  readonly plannedTo: LocalDate;
  readonly level: DataOfEvent<'corrections.LeaveApproved'>['level'];
  readonly departedOn?: LocalDate;
  readonly returnedOn?: LocalDate;
  readonly overdue?: boolean;
}

export interface Permit {
  readonly permitId: Uuid;
  readonly places: readonly string[];
  readonly grantedOn: LocalDate;
  readonly validTo: LocalDate;
}

export interface PlaceChange {
  readonly changeId: Uuid;
  readonly status: 'requested' | 'consulted' | 'replied' | 'agreed' | 'refused';
  readonly toBureauCode: string;
  readonly letterNo?: string;
  readonly newCountyAgrees?: boolean;
  readonly docNo?: string;
}

export interface Violation {
  readonly kind: DataOfEvent<'corrections.ViolationDetected'>['kind'];
  readonly violatedOn: LocalDate;
}

export type Punishment = DataOfEvent<'corrections.PunishmentImposed'>;
export type PublicSecurityPunishment = DataOfEvent<'corrections.PublicSecurityPunishmentImposed'>;

/** Everything a rule may ask of a subject's case; leaves, changes, permits and the rest are entities inside it. */
export interface Supervised extends Expected {
  readonly sex: Received['sex'];
  readonly minor: boolean;
  readonly category: Category;
  readonly subjectNo?: string;
  readonly officeCode: string;
  /** First day of correction in this county. */
  readonly receivedOn: LocalDate;
  readonly correctionFrom: LocalDate;
  /** Last day of the term, after reductions. */
  readonly correctionTo: LocalDate;
  readonly announcedOn?: LocalDate;
  readonly groupFormed: boolean;
  /** Numbers of the plan and its adjustments, oldest first; `undefined` stands for a plan taken over without number. */
  readonly plans: readonly (string | undefined)[];
  readonly level?: DataOfEvent<'corrections.ManagementLevelSet'>['level'];
  readonly keyPersonReason?: DataOfEvent<'corrections.KeyPersonListed'>['reason'];
  /** Procuratorial opinions by number, with the number of the answer once there is one. */
  readonly opinions: ReadonlyMap<string, string | undefined>;
  readonly leaves: ReadonlyMap<Uuid, Leave>;
  readonly permits: readonly Permit[];
  readonly changes: ReadonlyMap<Uuid, PlaceChange>;
  readonly violations: ReadonlyMap<Uuid, Violation>;
  readonly punishments: readonly Punishment[];
  readonly publicSecurityProposals: readonly string[];
  readonly publicSecurityPunishments: readonly PublicSecurityPunishment[];
  readonly commendations: readonly string[];
  readonly monitoring?: { readonly from: LocalDate; readonly to: LocalDate };
  readonly lostOn?: LocalDate;
  readonly measure?: {
    readonly kind: DataOfEvent<'corrections.CompulsoryMeasureTaken'>['kind'];
    readonly docNo: string;
  };
  readonly reoffence?: DataOfEvent<'corrections.ReoffenceRecorded'>;
  /** Numbers of proposals and orders to shorten the term. */
  readonly reductions: readonly string[];
  /** A revocation proposed or granted, and not denied. */
  readonly revocation?: {
    readonly status: 'proposed' | 'granted';
    readonly kind: DataOfEvent<'corrections.RevocationProposed'>['kind'];
  };
  /** Numbers of proposals and rulings on revocation. */
  readonly revocationDocs: readonly string[];
  readonly exitReports: readonly { readonly authority: string; readonly from: LocalDate; readonly to: LocalDate }[];
  readonly borderControl?: { readonly docNo: string; readonly to: LocalDate };
  /** Travel documents in keeping, by kind. */
  readonly travelDocuments: ReadonlyMap<string, number>;
}

/** How a case stands (社区矫正对象状态). In the register from `receivedOn` to the day before `closedOn`. */
export type CaseState =
  | { readonly status: 'none' }
  | (Expected & { readonly status: 'notified' | 'reported' | 'not-reported' })
  | (Supervised & { readonly status: 'in-register' })
  | (Supervised & {
      readonly status: 'released' | 'terminated' | 'transferred-out';
      readonly closedOn: LocalDate;
      readonly certificateNo?: string;
    });

export type Closed = Extract<CaseState, { closedOn: LocalDate }>;
export type CaseStatus = CaseState['status'];
