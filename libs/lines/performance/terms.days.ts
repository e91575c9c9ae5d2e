import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'performance.sheet.monitoringDueOn': house('监控截止日期', 'monitoring due on'),
  'performance.sheet.coveredOn': house('监控完成日期', 'monitored on'),
  'performance.sheet.selfEvaluationDueOn': house('自评截止日期', 'self-evaluation due on'),
} satisfies Terms;
