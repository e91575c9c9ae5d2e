import type { SeenPerson } from './answers.js';

/** What the API answers to those who keep users and offices, look into records of looking, and mind persons. */
export interface User {
  readonly userId: string;
  readonly kind: 'person' | 'machine';
  readonly name: string;
  readonly roles: readonly string[];
  readonly offices: readonly string[];
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly passwordSetAt?: string;
  readonly resetUntil?: string;
}
export interface Role {
  readonly role: string;
  readonly title: string;
  readonly administrator: boolean;
}
export interface KnownUsers {
  readonly users: readonly User[];
  readonly roles: readonly Role[];
}
/** A code or a secret, shown once. */
export interface HandedUser {
  readonly user: User;
  readonly code?: string;
  readonly secret?: string;
}

export interface Look {
  readonly position: number;
  readonly at: string;
  readonly name: string;
  readonly address: string;
  readonly requestId: string;
  readonly title: string;
  readonly object: string;
  readonly reason?: string;
  readonly subjects: readonly string[];
  readonly minors: readonly string[];
  readonly roleTitles: readonly string[];
  readonly officeNames: readonly string[];
}
export interface Looks {
  readonly looks: readonly Look[];
  readonly next?: number;
  readonly purposes: readonly { readonly purpose: string; readonly title: string }[];
}
export interface OddUse {
  readonly title: string;
  readonly caller: string;
  readonly from: string;
  readonly to: string;
  readonly minors: number;
  readonly position: number;
}

/** A person with all the API says of him to this caller. */
export interface WholePerson extends SeenPerson {
  readonly records: readonly string[];
  readonly idType?: string;
  readonly phone?: string;
  readonly address?: string;
}
export interface FoundPersons {
  readonly persons: readonly WholePerson[];
  readonly next?: string;
}
export interface Duplicate {
  readonly persons: readonly WholePerson[];
  readonly reasons: readonly { readonly code: string; readonly title: string }[];
}
export interface BrokenGlass {
  readonly office: string;
  readonly person?: string;
  readonly brokenOn: string;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
  readonly position: number;
}
export interface PersonCase {
  readonly streamId: string;
  readonly streamType: string;
  readonly title: string;
  readonly state: string;
  readonly office: string;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly events: number;
}
export interface SubjectExport {
  readonly person: WholePerson;
  readonly records: readonly {
    readonly streamId: string;
    readonly title: string;
    readonly owner: string;
    readonly events: readonly { readonly title: string; readonly occurredOn: string; readonly office: string }[];
  }[];
}

/** How the process stands. */
export interface Ready {
  readonly status: string | number;
  readonly database: string;
  readonly projector: string;
  readonly backup: {
    readonly status: string;
    readonly concerns?: readonly string[];
    readonly lastBackup?: string | null;
    readonly lastDrill?: string | null;
  };
  readonly freshness?: {
    readonly position: number;
    readonly head: number;
    readonly lag: number;
    readonly stale: boolean;
    readonly parked: number;
  };
}
