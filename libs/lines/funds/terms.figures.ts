import type { Term, Terms } from '#kernel/term.js';
import type { DeadlineCode } from './deadlines.js';
import type { IdentityCode } from './identities.js';
import type { MeasureCode } from './measures/index.js';
import type { RegisterCode } from './registers.js';
import { form, house, law } from './terms.words.js';

const measureTerms = {
  'funds.lines': house('预算项目数', 'budget lines'),
  'funds.initial-budget': form('年初预算数', 'initial budget'),
  'funds.adjustments': form('预算调整数', 'adjustments'),
  'funds.adjusted-budget': form('全年预算数', 'adjusted budget'),
  'funds.earmark-initial-budget': house('专项年初预算数', 'initial budget of earmarks'),
  'funds.earmark-budget': house('专项全年预算数', 'budget of earmarks'),
  'funds.received': form('到位数', 'received'),
  'funds.received-to-date': form('累计到位数', 'received since the year began'),
  'funds.earmark-received': house('专项到位数', 'received for earmarks'),
  'funds.planned': form('计划支出数', 'planned by the checkpoint'),
  'funds.spent-by-checkpoint': form('节点累计支出数', 'spent by the checkpoint'),
  'funds.lines-with-plan': house('有支出计划的项目', 'lines with a plan'),
  'funds.lines-on-plan': house('进度达标的项目', 'lines on plan'),
  'funds.carried-over': form('结转数', 'carried over'),
  'funds.recovered': form('财政收回数', 'recovered'),
  'funds.executed': form('执行数', 'executed'),
  'funds.executed-to-date': form('累计执行数', 'executed since the year began'),
  'funds.earmarked-executed': house('专项执行数', 'executed of earmarks'),
  'funds.earmarked-to-date': house('专项累计执行数', 'executed of earmarks since the year began'),
  'funds.payments': form('支付笔数', 'payments'),
  'funds.payments-with-due-date': house('有应付日期的支付笔数', 'payments with a due date'),
  'funds.payments-on-time': form('及时支付笔数', 'payments on time'),
  'funds.three-public': form('三公经费', 'three-public money'),
  'funds.procurement-paid': form('政府采购支付金额', 'paid for procurement'),
  'funds.procurement-contracted': form('政府采购签约金额', 'contracted by procurement'),
  'funds.procurement-accepted': form('政府采购已验收', 'procurement accepted'),
  'funds.procurement-qualified': form('政府采购验收合格', 'procurement found in order'),
  'funds.staff-in-post': form('在职人员', 'staff in post'),
  'funds.staff-joined': form('进入人员', 'joined'),
  'funds.staff-imported': house('期初导入在职人员', 'imported with the opening balance'),
  'funds.staff-left': form('离开人员', 'left'),
  'funds.staff-retired': form('新退休人员', 'retired in the period'),
  'funds.retired': form('离退休人员', 'retired'),
  'funds.seconded': house('派驻人员', 'seconded in'),
  'funds.duties': house('在岗人次', 'duties held'),
  'funds.disclosures-due': house('应公开', 'due for publication'),
  'funds.disclosures-on-time': house('按期公开', 'published on time'),
  'funds.facility-figures': house('设施数据', 'numbers of the premises'),
} satisfies Record<Exclude<MeasureCode, 'funds.posts'>, Term>;

/** Codes that name a kind of row and what is measured or listed of it alike. */
const sharedTerms = {
  'funds.posts': form('编制数', 'posts'),
  'funds.budget': form('预算收支', 'budget entry'),
  'funds.receipt': form('资金到位', 'receipt'),
  'funds.payment': form('支出', 'payment'),
  'funds.earmarked': house('专项支出', 'payment under an earmark'),
  'funds.settlement': form('结转、收回', 'settlement of the rest'),
  'funds.checkpoint': form('支出进度节点', 'checkpoint of the plan'),
  'funds.acceptance': form('政府采购验收', 'acceptance of a contract'),
  'funds.facility-figure': house('设施数据', 'number of the premises'),
  'funds.duty': house('岗位职责', 'duty'),
};

const registerTerms = {
  'funds.projects': form('预算项目台账', 'budget lines'),
  'funds.budget-entries': form('预算批复调整台账', 'budgets and adjustments'),
  'funds.receipts': form('资金到位台账', 'receipts'),
  'funds.payments-list': form('支出台账', 'payments'),
  'funds.checkpoints': form('支出进度台账', 'checkpoints'),
  'funds.contracts': form('政府采购台账', 'contracts'),
  'funds.disclosures': law('预决算公开台账', 'publications', '预算法 第十四条'),
  'funds.posts-list': form('编制台账', 'posts'),
  'funds.staff-list': form('人员台账', 'staff'),
  'funds.duty-list': house('岗位台账', 'duties'),
  'funds.facility-list': house('设施数据台账', 'numbers of the premises'),
} satisfies Record<RegisterCode, Term>;

const identityTerms = {
  'funds.budget-by-class': form('全年预算等于基本支出加项目支出', 'budget by class'),
  'funds.budget-by-stage': form('全年预算等于年初预算加调整', 'budget by stage'),
  'funds.executed-by-class': form('执行数等于基本支出加项目支出', 'executed by class'),
  'funds.basic-by-class': form('基本支出等于人员经费加公用经费', 'basic expenditure by class'),
  'funds.budget-spent-and-left': form('全年预算等于执行数加结余', 'budget is spent or left'),
  'funds.three-public-by-kind': form('三公经费等于各类之和', 'three-public money by kind'),
  'funds.posts-by-kind': form('编制数等于各类之和', 'posts by kind'),
  'funds.staff-by-kind': form('在职人数等于各类之和', 'staff by kind'),
  'funds.staff-closes': form('在职人数期初加进减出等于期末', 'staff closes'),
  'funds.within-budget': form('执行数不超过全年预算', 'spending within budget'),
  'funds.earmarks-within-budget': house('专项执行数不超过专项全年预算', 'spending of earmarks within their budget'),
  'funds.staff-within-posts': form('在职人数不超过编制数', 'staff within posts'),
  'funds.workers-within-posts': form('工勤人员不超过工勤编制', 'workers within posts'),
} satisfies Record<IdentityCode, Term>;

const deadlineTerms = {
  'BF-D01': form('支出进度', 'spending plan', '部门预算绩效文本'),
  'BF-D02': law('预决算公开', 'publication of accounts', '预算法 第十四条'),
} satisfies Record<DeadlineCode, Term>;

export const figureTerms: Terms = {
  ...registerTerms,
  ...measureTerms,
  ...sharedTerms,
  ...identityTerms,
  ...deadlineTerms,
};
