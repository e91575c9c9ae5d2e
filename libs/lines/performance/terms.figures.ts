import { type Term, type Terms, form as formTerm, house } from '#kernel/term.js';
import type { DeadlineCode } from './deadlines.js';
import type { IdentityCode } from './identities.js';
import type { IndicatorCode } from './indicators/index.js';
import type { MeasureCode } from './measures/index.js';
import type { registers } from './registers.js';
import type { tables } from './views/kinds.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '绩效目标表、绩效自评表');

type FactKind = (typeof tables.kinds)[number];
type RegisterCode = keyof typeof registers;

const factTerms = {
  'performance.row': form('绩效指标', 'row of a sheet'),
  'performance.monitoring': form('绩效运行监控', 'monitoring'),
  'performance.step': house('流转步骤', 'step of a sheet'),
} satisfies Record<Exclude<FactKind, 'performance.sheet'>, Term>;

const registerTerms = {
  'performance.sheets': form('绩效目标清单', 'targets'),
  'performance.progress': form('自评进度', 'progress of self-evaluation'),
  'performance.rows': form('绩效指标清单', 'rows of sheets'),
  'performance.monitorings': form('绩效运行监控台账', 'monitorings'),
  'performance.steps': house('流转记录', 'steps of sheets'),
} satisfies Record<RegisterCode, Term>;

const measureTerms = {
  'performance.sheets-set-late': house('年后设定目标的绩效表', 'sheets with targets set after the year'),
  'performance.sheets-revised-after-evaluation': house('自评后调整目标的绩效表', 'sheets revised after evaluation'),
  'performance.sheets-monitored': form('已监控的绩效表', 'sheets monitored'),
  'performance.sheets-evaluated': form('已自评的绩效表', 'sheets evaluated'),
  'performance.sheets-approved': house('已审核通过的绩效表', 'sheets approved'),
  'performance.sheets-published': form('已公开的绩效表', 'sheets published'),
  'performance.budget': form('绩效目标表预算数', 'budget of sheets'),
  'performance.rows-set': form('绩效指标数', 'rows of sheets'),
  'performance.rows-scorable': house('可计分指标数', 'rows that can be scored'),
  'performance.rows-manual': house('手工填报指标数', 'rows entered by hand'),
  'performance.steps-taken': house('流转次数', 'steps taken'),
} satisfies Record<Exclude<MeasureCode, RegisterCode>, Term>;

const indicatorTerms = {
  'PF-01': form('绩效目标表数', 'sheets'),
  'PF-01-department': form('其中：部门整体', 'of departments'),
  'PF-01-project': form('其中：项目', 'of projects'),
  'PF-01-budget': form('绩效目标表预算数', 'budget of sheets'),
  'PF-02': form('自评完成数', 'sheets evaluated'),
  'PF-02-rate': form('自评完成率', 'share of sheets evaluated'),
  'PF-03': form('监控完成数', 'sheets monitored'),
  'PF-03-rate': form('监控覆盖率', 'share of sheets monitored'),
  'PF-04': house('审核通过数', 'sheets approved'),
  'PF-05': form('公开数', 'sheets published'),
  'PF-05-rate': form('公开率', 'share of sheets published'),
  'PF-06': house('年后设定目标数', 'sheets with targets set after the year'),
  'PF-07': house('自评后调整目标数', 'sheets revised after evaluation'),
  'PF-08': house('退回次数', 'returns'),
  'PF-09': form('绩效指标数', 'rows'),
  'PF-09-scorable': house('其中：可计分', 'of them scorable'),
  'PF-09-manual': house('其中：手工填报', 'of them entered by hand'),
} satisfies Record<IndicatorCode, Term>;

const identityTerms = {
  'performance.sheets-by-subject': house('绩效表总数等于部门整体与项目之和', 'sheets by subject'),
  'performance.evaluated-within-sheets': house('自评完成数不超过绩效表数', 'evaluated within sheets'),
  'performance.approved-within-evaluated': house('审核通过数不超过自评完成数', 'approved within evaluated'),
  'performance.published-within-approved': house('公开数不超过审核通过数', 'published within approved'),
} satisfies Record<IdentityCode, Term>;

const deadlineTerms = {
  'PF-D01': form('绩效运行监控期限', 'monitoring due'),
  'PF-D02': form('绩效自评期限', 'self-evaluation due'),
} satisfies Record<DeadlineCode, Term>;

/** The Chinese of what is counted and listed. */
export const figureTerms: Terms = {
  ...factTerms,
  ...registerTerms,
  ...measureTerms,
  ...indicatorTerms,
  ...identityTerms,
  ...deadlineTerms,
};
