import { under } from '#kernel/term-tables.js';
import type { Terms } from '#kernel/term.js';
import { dayTerms } from './terms.days.js';
import { enumerationTerms } from './terms.tables.js';
import { eventTerms } from './terms.events.js';
import { fieldTerms } from './terms.fields.js';
import { figureTerms } from './terms.figures.js';
import { indicatorTerms } from './terms.indicators.js';
import { rejectionTerms } from './terms.rejections.js';
import { LAW, form, house, law } from './terms.words.js';

const statusTerms = under('mediation.status', {
  none: house('未登记', 'nothing yet'),
  discovered: form('排查发现', 'discovered'),
  'not-accepted': form('不予受理', 'not accepted'),
  accepted: form('已受理', 'accepted'),
  'in-mediation': form('调解中', 'in mediation'),
  succeeded: form('调解成功', 'succeeded'),
  failed: form('调解不成', 'failed'),
  withdrawn: form('已撤回', 'withdrawn'),
  transferred: form('已移送', 'handed over'),
  planned: house('已计划', 'planned'),
  held: house('已开展', 'held'),
  filed: house('已备案', 'filed'),
  dissolved: house('已撤销', 'dissolved'),
  appointed: house('在聘', 'appointed'),
  dismissed: house('已解聘', 'dismissed'),
});

/** Roles kept to this line. */
const roleTerms = {
  'role.mediator': {
    zh: '人民调解员',
    en: 'mediator',
    origin: 'house',
    help: 'records disputes through the office; approves nothing',
  },
} satisfies Terms;

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...dayTerms,
  mediation: law('人民调解', "people's mediation", `${LAW} 第二条`),
  ...figureTerms,
  ...indicatorTerms,
  ...statusTerms,
  ...eventTerms,
  ...fieldTerms,
  ...enumerationTerms,
  ...rejectionTerms,
  ...roleTerms,
};
