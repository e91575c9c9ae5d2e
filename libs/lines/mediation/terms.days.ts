import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'mediation.dispute.extendedTo': house('约定延长至', 'extended to'),
  'mediation.committee-term.renewedOn': house('换届日期', 'renewed on'),
} satisfies Terms;
