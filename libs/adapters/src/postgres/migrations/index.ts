import { Append1763683200029 } from './append.migration.js';
import { Alerts1763683200014 } from './alerts.migration.js';
import { Accounts1763683200011 } from './accounts.migration.js';
import { Balances1763683200007 } from './balances.migration.js';
import { Calendar1763683200004 } from './calendar.migration.js';
import { Chain1763683200015 } from './chain.migration.js';
import { Definitions1763683200009 } from './definitions.migration.js';
import { Demo1763683200026 } from './demo.migration.js';
import { Drafts1763683200012 } from './drafts.migration.js';
import { EntryBatches1763683200022 } from './entry-batches.migration.js';
import { EventStore1763683200001 } from './event-store.migration.js';
import { Flows1763683200008 } from './flows.migration.js';
import { LateDuties1763683200010 } from './late-duties.migration.js';
import { Ledger1763683200002 } from './ledger.migration.js';
import { Looks1763683200018 } from './looks.migration.js';
import { FormDrafts1763683200023 } from './form-drafts.migration.js';
import { LooksExpiry1763683200021 } from './looks-expiry.migration.js';
import { MeasureNumbers1763683200027 } from './measure-numbers.migration.js';
import { Offices1763683200003 } from './offices.migration.js';
import { People1763683200005 } from './people.migration.js';
import { Persons1763683200016 } from './persons.migration.js';
import { PostingIndex1763683200028 } from './posting-index.migration.js';
import { Requests1763683200019 } from './requests.migration.js';
import { RoleNames1763683200020 } from './role-names.migration.js';
import { SavedViews1763683200024 } from './saved-views.migration.js';
import { Templates1763683200013 } from './templates.migration.js';
import { SigningKeyRight1763683200025 } from './signing-key-right.migration.js';
import { Topics1763683200006 } from './topics.migration.js';
import { Users1763683200017 } from './users.migration.js';

/** The steps that bring an empty database to today's, in order. A step that has run anywhere is never changed. */
export const migrations = [
  EventStore1763683200001,
  Ledger1763683200002,
  Offices1763683200003,
  Calendar1763683200004,
  People1763683200005,
  Topics1763683200006,
  Balances1763683200007,
  Flows1763683200008,
  Definitions1763683200009,
  LateDuties1763683200010,
  Accounts1763683200011,
  Drafts1763683200012,
  Templates1763683200013,
  Alerts1763683200014,
  Chain1763683200015,
  Persons1763683200016,
  Users1763683200017,
  Looks1763683200018,
  Requests1763683200019,
  RoleNames1763683200020,
  LooksExpiry1763683200021,
  EntryBatches1763683200022,
  FormDrafts1763683200023,
  SavedViews1763683200024,
  SigningKeyRight1763683200025,
  Demo1763683200026,
  MeasureNumbers1763683200027,
  PostingIndex1763683200028,
  Append1763683200029,
] as const;
