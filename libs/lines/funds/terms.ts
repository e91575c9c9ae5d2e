import type { Terms } from '#kernel/term.js';
import { under } from '#kernel/term-tables.js';
import { eventTerms, fieldTerms } from './terms.events.js';
import { figureTerms } from './terms.figures.js';
import { indicatorTerms } from './terms.indicators.js';
import { confirmationTerms, rejectionTerms } from './terms.rejections.js';
import { enumerationTerms } from './terms.tables.js';
import { form, house, law } from './terms.words.js';

const streamTerms: Terms = {
  funds: form('经费与编制', 'funds and establishment'),
  'funds.project': form('预算项目', 'budget line'),
  'funds.procurement': law('政府采购', 'government procurement', '政府采购法 第二条'),
  'funds.disclosure': law('预决算公开', 'publication of accounts', '预算法 第十四条'),
  'funds.facility': house('设施数据', 'numbers of the premises'),
  'funds.establishment': form('编制', 'establishment'),
  'funds.staff': form('人员', 'staff'),
};

const statusTerms = under('funds.status', {
  none: house('未登记', 'nothing recorded'),
  approved: form('已批复', 'approved'),
  executing: form('执行中', 'executing'),
  closed: form('年终结账', 'closed'),
  contracted: house('已签约', 'contracted'),
  failed: house('验收不合格', 'failed acceptance'),
  accepted: house('已验收', 'accepted'),
  disclosed: house('已公开', 'published'),
  measured: house('已登记', 'measured'),
  set: house('已核定', 'set'),
  'in-post': form('在职', 'in post'),
  seconded: house('派驻', 'seconded in'),
  retired: form('离退休', 'retired'),
  left: house('已离开', 'left'),
});

/** The official Chinese of every identifier of the line; its tables are complete by type. */
export const terms: Terms = {
  ...streamTerms,
  ...statusTerms,
  ...eventTerms,
  ...fieldTerms,
  ...enumerationTerms,
  ...figureTerms,
  ...indicatorTerms,
  ...rejectionTerms,
  ...confirmationTerms,
};
