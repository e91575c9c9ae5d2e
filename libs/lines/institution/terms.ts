import { under } from '#kernel/term-tables.js';
import { type Term, type Terms, house, law } from '#kernel/term.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import { eventTerms } from './terms.events.js';
import { fieldTerms } from './terms.fields.js';
import { figureTerms } from './terms.figures.js';
import { enumerationTerms } from './terms.tables.js';

/** The line and its streams. */
const streamTerms = {
  institution: house('机构与综合', 'institution and general affairs'),
  ...under('institution', {
    'legal-review': law('法制审核', 'legal review', '国办发〔2018〕118号'),
    contact: house('座谈走访', 'contact'),
    regulation: house('制度、规范性文件', 'regulation'),
    delegation: house('下放执法权限', 'delegation'),
    honour: house('荣誉', 'honour'),
    disclosure: law('信息公开', 'disclosure', '政府信息公开条例 第一条'),
    asset: house('装备', 'asset'),
    unit: house('机构', 'unit'),
    facility: house('功能用房', 'facility'),
    manual: house('手工指标', 'manual values'),
  }),
};

const statusTerms = {
  ...under('institution.status', {
    none: house('未登记', 'not entered'),
    requested: house('审核中', 'under review'),
    reviewed: house('已审核', 'reviewed'),
    withdrawn: house('已撤回', 'withdrawn'),
    decided: house('已决定', 'decided'),
    held: house('已开展', 'held'),
    'in-force': house('现行有效', 'in force'),
    repealed: house('已废止', 'repealed'),
    awarded: house('已授予', 'awarded'),
    revoked: house('已撤销', 'revoked'),
    due: house('待公开', 'to be disclosed'),
    disclosed: house('已公开', 'disclosed'),
    waived: house('不予公开', 'waived'),
    retired: house('已全部减少', 'all retired'),
    active: house('在设', 'active'),
    abolished: house('已撤并', 'abolished'),
    open: house('在用', 'in use'),
    closed: house('已停用', 'closed'),
    entered: house('已填报', 'entered'),
  }),
  'institution.asset.held': house('在册', 'held'),
  'institution.delegation.withdrawn': house('已收回', 'withdrawn'),
};

const refusalTerms = {
  'institution.contact-known': house('该次座谈、走访已登记', 'this contact is entered already'),
  'institution.decision-known': house('该决定已登记', 'this decision is entered already'),
  'institution.delegation-known': house('该文件对该乡镇的下放已登记', 'this delegation is entered already'),
  'institution.disclosure-known': house('该公开事项已登记', 'this disclosure is entered already'),
  'institution.due-before-duty': house('公开期限早于义务产生日', 'due before the duty arose'),
  'institution.effective-too-early': house('施行日期早于制定（修订）日期', 'effective before it was decided'),
  'institution.facility-known': house('该处已有同名用房', 'there is such a room already'),
  'institution.honour-known': house('该荣誉已登记', 'this honour is entered already'),
  'institution.more-installed-than-held': house('安装数超过库存数', 'more installed than held'),
  'institution.more-retired-than-held': house('减少数超过现有数', 'more retired than held'),
  'institution.more-withdrawn-than-delegated': house('收回项数超过下放项数', 'more withdrawn than delegated'),
  'institution.name-not-fitting': house(
    '有专名的指标不填名称和单位，其他指标须填',
    'name or unit not fitting the item',
  ),
  'institution.no-review-open': house('没有待办结的送审', 'no review is open'),
  'institution.other-asset-kind': house('与该批装备类别不符', 'the lot is of another kind'),
  'institution.other-item': house('与该组填报的指标或年度不符', 'the series is of another item or year'),
  'institution.other-matter': house('与该档案的机关或事项类别不符', 'the record is about another matter'),
  'institution.period-overlaps': house('该期间已有填报值，请更正原记录', 'these days have a value already'),
  'institution.period-reversed': house('期间止早于期间起', 'period ends before it begins'),
  'institution.recipient-not-fitting': house('荣誉类别与获奖对象不符', 'recipient not fitting the kind'),
  'institution.regulation-known': house('该制度、文件已登记', 'this regulation is entered already'),
  'institution.review-known': house('该送审文号已登记', 'this letter is entered already'),
  'institution.review-open': house('上一次送审尚未办结', 'a review is open'),
  'institution.series-known': house('该指标本年度已有填报档案', 'the item has a series for this year'),
  'institution.unit-known': house('机构代码已被使用', 'unit code in use'),
  'institution.value-or-grade': house('定性目标填等级，其他指标填数值', 'a goal has a grade, all else a value'),
  'institution.against-review': house('审核不同意仍作出决定', 'decided against the review'),
  'institution.manual-value': house('手工填报值须经另一人审批', 'a typed value needs a second person'),
  'institution.without-review': house('未经法制审核作出决定', 'decided without a review'),
} satisfies Readonly<Record<RejectionCode | ConfirmationCode, Term>>;

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...streamTerms,
  ...statusTerms,
  ...refusalTerms,
  ...eventTerms,
  ...enumerationTerms,
  ...fieldTerms,
  ...figureTerms,
};
