import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'corrections.assessment.extendedTo': house('约定延长至', 'extended to'),
  'corrections.case.reportDueGiven': house('指定报到期限', 'report due as told'),
  'corrections.case.docsIncompleteOn': house('通知补齐日期', 'found incomplete on'),
  'corrections.case.docsCompleteOn': house('补齐日期', 'complete on'),
  'corrections.case.planDueOn': house('应制定方案日期', 'plan due on'),
  'corrections.revocation.arrestedOn': house('逮捕日期', 'arrested on'),
  'corrections.custody.endedOn': house('羁押结束日期', 'ended on'),
  'corrections.case.termEndEvaluatedOn': house('鉴定日期', 'evaluated on'),
  'corrections.case.aftercareHandedOverOn': house('移交日期', 'handed over on'),
} satisfies Terms;
