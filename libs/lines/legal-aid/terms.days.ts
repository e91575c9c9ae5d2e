import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'legal-aid.examination.termFrom': house('审查期限起算日', 'counted from'),
  'legal-aid.examination.grantedOn': house('决定给予援助日期', 'granted on'),
  'legal-aid.examination.notifiedOn': house('收到通知日期', 'notified on'),
  'legal-aid.case.forwardTakenOn': house('收到转交申请日期', 'taken to be forwarded on'),
} satisfies Terms;
