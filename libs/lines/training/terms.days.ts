import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'training.plan.planEndsOn': house('计划年度末日', 'plan ends on'),
} satisfies Terms;
