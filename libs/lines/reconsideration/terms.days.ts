import { type Terms, house } from '#kernel/term.js';

/** Days that terms run from, end on or are met by, where no payload and no list names them. */
export const dayTerms = {
  'reconsideration.case.reviewFrom': house('审查起算日', 'counted from'),
  'reconsideration.case.correctionRequestedOn': house('补正通知日期', 'correction asked on'),
  'reconsideration.case.correctionDueOn': house('补正期限', 'correction due on'),
  'reconsideration.case.copySentOn': house('副本发送日期', 'copy sent on'),
  'reconsideration.case.copyReceivedOn': house('被申请人收到副本日期', 'copy received on'),
  'reconsideration.case.repliedOn': house('书面答复日期', 'replied on'),
  'reconsideration.case.termFrom': house('审理期限起算日', 'counted from'),
  'reconsideration.norm-review.makerNotifiedOn': house('通知制定机关日期', 'maker notified on'),
  'reconsideration.norm-review.makerRepliedOn': house('制定机关答复日期', 'maker replied on'),
  'reconsideration.case.madeOn': house('申请提出日期', 'application made on'),
} satisfies Terms;
