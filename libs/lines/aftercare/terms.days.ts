import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'aftercare.case.releaseOn': house('预定释放日期', 'to be released on'),
  'aftercare.case.forwardDueOn': house('应下发日期', 'to be forwarded by'),
  'aftercare.case.collectedOn': house('接回日期', 'collected on'),
  'aftercare.contact-duty.dueOn': house('应开展日期', 'due on'),
  'aftercare.contact-duty.metOn': house('开展日期', 'done on'),
  'aftercare.statistics-duty.dueOn': house('应报送日期', 'due on'),
  'aftercare.statistics-duty.metOn': house('报送日期', 'submitted on'),
} satisfies Terms;
