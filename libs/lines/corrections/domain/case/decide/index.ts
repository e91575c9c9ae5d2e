import type { CaseEvent } from '../../events/index.js';
import type { CaseRules } from '../rule.js';
import { closingRules } from './closing.js';
import { custodyRules } from './custody.js';
import { exitControlRules } from './exit-control.js';
import { intakeRules } from './intake.js';
import { leaveRules } from './leave.js';
import { placeChangeRules } from './place-change.js';
import { punishmentRules } from './punishment.js';
import { sentenceChangeRules } from './sentence-change.js';
import { supervisionRules } from './supervision.js';

/** The rule of every event of a case, by phase of the procedure. */
export const caseRules: CaseRules<CaseEvent> = {
  ...intakeRules,
  ...supervisionRules,
  ...leaveRules,
  ...placeChangeRules,
  ...punishmentRules,
  ...custodyRules,
  ...sentenceChangeRules,
  ...exitControlRules,
  ...closingRules,
};
