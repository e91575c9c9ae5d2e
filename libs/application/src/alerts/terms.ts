import { type Term, house } from '#kernel/term.js';
import type { AlertKind } from '../ports/alerts.js';

/** What alerts are called. */
export const alertTerms = {
  'alert.pace': house('进度滞后', 'a target behind its pace by more than the margin'),
  'alert.duty': house('期限提醒', 'a deadline within seven days, or past, that is not met'),
} satisfies Record<`alert.${AlertKind}`, Term>;
