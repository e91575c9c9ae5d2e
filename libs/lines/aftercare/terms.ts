import { type Term, type Terms, form, house, law } from '#kernel/term.js';
import { under } from '#kernel/term-tables.js';
import type { CaseStatus } from './domain/case/memory.js';
import type { RejectionCode } from './domain/rejections.js';
import { dayTerms } from './terms.days.js';
import { eventTerms } from './terms.events.js';
import { fieldTerms } from './terms.fields.js';
import { figureTerms } from './terms.figures.js';
import { enumerationTerms } from './terms.tables.js';

const streamTerms = {
  aftercare: law('安置帮教', 'aftercare', '监狱法 第三十七条'),
  'aftercare.case': form('安置帮教对象', 'aftercare case', '中办发〔2010〕5号'),
  'aftercare.statistics': house('安置帮教统计报表', 'statistics'),
} satisfies Terms;

const statusTerms = {
  none: house('未建档', 'no record'),
  forecast: form('预释放', 'about to be released', '综治委〔1999〕5号'),
  released: form('待衔接', 'released, not linked', '综治委〔1999〕5号'),
  'in-support': form('在帮', 'in support', '中办发〔2010〕5号'),
  ended: house('已结束', 'ended'),
  'moved-out': house('已迁出', 'moved out'),
  submitted: house('已报送', 'submitted'),
} satisfies Record<CaseStatus | 'none' | 'submitted', Term>;

const rejectionTerms = {
  'aftercare.already-in-support': house('该人员已在帮，不得重复衔接或迁入', 'already in support'),
  'aftercare.already-missing': house('已登记下落不明', 'already missing'),
  'aftercare.dates-reversed': house('日期先后颠倒', 'dates reversed'),
  'aftercare.hand-over-exists': house('该解除矫正档案已移交', 'handed over already'),
  'aftercare.key-class-not-in-use': house('本地未采用该重点类别', 'class not in use here'),
  'aftercare.not-dual-listed': house('未落实双列管', 'not listed with another bureau'),
  'aftercare.not-key': house('不是重点帮教对象', 'no key person'),
  'aftercare.not-missing': house('未登记下落不明', 'not missing'),
  'aftercare.not-settled': house('尚未安置', 'not settled'),
  'aftercare.notice-exists': house('该通知书已登记', 'notice recorded already'),
  'aftercare.offence-before-release': house('犯罪日期早于释放日期', 'offence before release'),
  'aftercare.other-person': house('与本档案不是同一人', 'somebody else'),
  'aftercare.release-exists': house('该释放证明书已建档', 'release recorded already'),
  'aftercare.released-before-sentence': house('释放日期早于刑期起日', 'released before the sentence began'),
  'aftercare.statistics-elsewhere': house('该司法所的统计报表已另有档案', 'statistics of this office stand elsewhere'),
  'aftercare.statistics-submitted': house('该期统计报表已报送', 'statistics sent already'),
  'aftercare.support-over': house('帮教已结束', 'support is over'),
  'aftercare.term-not-over': house('帮教期未满', 'term of support not over'),
} satisfies Record<RejectionCode, Term>;

/** The official Chinese of every identifier of the line. Each table is complete by its type. */
export const terms: Terms = {
  ...dayTerms,
  ...streamTerms,
  ...under('aftercare.status', statusTerms),
  ...eventTerms,
  ...fieldTerms,
  ...enumerationTerms,
  ...figureTerms,
  ...rejectionTerms,
};
