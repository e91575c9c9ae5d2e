import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'publicity.plan.planEndsOn': house('计划年度末日', 'plan ends on'),
  'publicity.counsel-month.dueOn': house('当月末日', 'due on'),
  'publicity.counsel-month.completeOn': house('职责完成日期', 'complete on'),
} satisfies Terms;
