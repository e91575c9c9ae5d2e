import { under } from '#kernel/term-tables.js';
import type { Term, Terms } from '#kernel/term.js';
import type { CaseStatus } from './domain/case/matter.js';
import { dayTerms } from './terms.days.js';
import { eventTerms } from './terms.events.js';
import { fieldTerms } from './terms.fields.js';
import { figureTerms } from './terms.figures.js';
import { confirmationTerms, rejectionTerms } from './terms.rejections.js';
import { enumerationTerms } from './terms.tables.js';
import { form, house, law } from './terms.words.js';

const streamTerms = {
  'legal-aid': law('法律援助', 'legal aid', '法律援助法 第二条'),
  'legal-aid.case': form('法律援助案件', 'case of legal aid'),
  'legal-aid.consultation': law('法律咨询', 'consultation', '法律援助法 第二十二条'),
  'legal-aid.drafting': law('代拟法律文书', 'paper drafted', '法律援助法 第二十二条'),
  'legal-aid.duty-shift': law('法律援助值班', 'duty shift', '法律援助法 第十四条'),
  'legal-aid.complaint': law('投诉', 'complaint', '法律援助法 第五十六条'),
  'legal-aid.offer': house('主动告知', 'offer of aid'),
  'legal-aid.agent': law('法律援助人员', 'agent', '法律援助法 第二十条'),
};

type Status =
  | CaseStatus
  | 'none'
  | 'answered'
  | 'drafted'
  | 'served'
  | 'received'
  | 'handled'
  | 'offered'
  | 'in-service'
  | 'suspended';

const statusTerms = {
  none: house('未登记', 'nothing recorded'),
  applied: house('已收到', 'received'),
  supplement: law('待补正', 'supplement awaited', '法律援助法 第四十三条'),
  provisional: law('先行提供援助', 'emergency aid', '法律援助法 第四十四条'),
  granted: law('已批准', 'granted', '法律援助法 第四十三条'),
  notified: law('已收到通知辩护', 'notified', '法律援助法 第三十六条'),
  assigned: law('承办中', 'assigned', '法律援助法 第四十三条'),
  refused: law('不予援助', 'refused', '法律援助法 第四十三条'),
  withdrawn: law('视为撤回', 'deemed withdrawn', '法律援助法 第四十三条'),
  concluded: form('已办结', 'concluded'),
  terminated: law('已终止', 'terminated', '法律援助法 第四十八条'),
  archived: house('已归档', 'archived'),
  answered: house('已解答、答复', 'answered'),
  drafted: house('已代拟', 'drafted'),
  served: house('已值班', 'served'),
  received: house('已收到', 'received'),
  handled: house('已处理', 'handled'),
  offered: house('已告知', 'offered'),
  'in-service': house('在册', 'in service'),
  suspended: house('已暂停', 'suspended'),
} satisfies Record<Status, Term>;

/** Roles kept to this line. */
const roleTerms = {
  'role.aid-acceptor': {
    zh: '法律援助受理人',
    en: 'legal-aid acceptor',
    origin: 'house',
    help: 'accepts applications and records what follows',
  },
  'role.aid-approver': {
    zh: '法律援助审批人',
    en: 'legal-aid approver',
    origin: 'house',
    help: 'grants and refuses aid, approves subsidies',
  },
} satisfies Terms;

/**
 * The official Chinese of every identifier of the line. Each table is complete by its type: an event, value, field, code or
 * status without a word does not compile.
 */
export const terms: Terms = {
  ...dayTerms,
  ...figureTerms,
  ...streamTerms,
  ...under('legal-aid.status', statusTerms),
  ...eventTerms,
  ...fieldTerms,
  ...enumerationTerms,
  ...rejectionTerms,
  ...confirmationTerms,
  ...roleTerms,
};
