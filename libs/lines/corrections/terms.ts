import type { Term, Terms } from '#kernel/term.js';
import type { AssessmentState } from './domain/assessment/state.js';
import type { BaselineState } from './domain/baseline/stream.js';
import type { CaseStatus } from './domain/case/state.js';
import type { DevicePoolState } from './domain/device-pool/stream.js';
import type { ScreeningState } from './domain/screening/stream.js';
import type { SessionState } from './domain/session/stream.js';
import { dayTerms } from './terms.days.js';
import { enumerationTerms } from './terms.enumerations.js';
import { eventTerms } from './terms.events.js';
import { fieldTerms } from './terms.fields.js';
import { figureTerms } from './terms.figures.js';
import { confirmationTerms, rejectionTerms } from './terms.rejections.js';
import { form, house, law } from './terms.words.js';

type StreamType = `corrections.${'assessment' | 'case' | 'screening' | 'session' | 'device-pool' | 'baseline'}`;
type StatusTerm =
  | `corrections.assessment.${AssessmentState['status']}`
  | `corrections.case.${CaseStatus}`
  | `corrections.screening.${ScreeningState['status']}`
  | `corrections.session.${SessionState['status']}`
  | `corrections.device-pool.${DevicePoolState['status']}`
  | `corrections.baseline.${BaselineState['status']}`;

const streamTerms = {
  corrections: law('社区矫正', 'community corrections', '社区矫正法 第一条'),
  'corrections.assessment': law('调查评估', 'pre-sentence assessment', '社区矫正法 第十八条'),
  'corrections.case': law('社区矫正档案', 'correction case', '社区矫正法 第二十二条'),
  'corrections.screening': form('安全隐患排查', 'safety screening'),
  'corrections.session': form('集中教育、公益活动', 'session for many'),
  'corrections.device-pool': house('设备许可池', 'device pool'),
  'corrections.baseline': house('累计数期初', 'cumulative baseline'),
} satisfies Record<StreamType | 'corrections', Term>;

const statusTerms = {
  'corrections.assessment.none': house('未受理', 'not taken on'),
  'corrections.assessment.received': form('已受理', 'taken on'),
  'corrections.assessment.concluded': form('已出意见', 'concluded'),
  'corrections.assessment.returned': form('已退回', 'returned'),
  'corrections.assessment.withdrawn': form('委托撤回', 'withdrawn'),
  'corrections.case.none': house('未建档', 'no case'),
  'corrections.case.notified': form('待报到', 'announced by papers'),
  'corrections.case.not-reported': form('逾期未报到', 'did not report'),
  'corrections.case.reported': form('已报到', 'reported'),
  'corrections.case.in-register': form('在册', 'in the register'),
  'corrections.case.released': law('已解除', 'released', '社区矫正法 第四十四条'),
  'corrections.case.terminated': law('已终止', 'terminated', '社区矫正法 第四十五条'),
  'corrections.case.transferred-out': form('已转出', 'transferred out'),
  'corrections.screening.none': house('未开展', 'not held'),
  'corrections.screening.held': house('已开展', 'held'),
  'corrections.session.none': house('未举办', 'not held'),
  'corrections.session.held': house('已举办', 'held'),
  'corrections.device-pool.none': house('未采购', 'nothing bought'),
  'corrections.device-pool.stocked': house('已采购', 'stocked'),
  'corrections.baseline.none': house('未设定', 'not set'),
  'corrections.baseline.set': house('已设定', 'set'),
} satisfies Record<StatusTerm, Term>;

/** Roles kept to this line. */
const roleTerms = {
  'role.correction-officer': {
    zh: '社区矫正中心工作人员',
    en: 'correction centre staff',
    origin: 'house',
    help: 'records in community correction',
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
  ...statusTerms,
  ...eventTerms,
  ...fieldTerms,
  ...enumerationTerms,
  ...rejectionTerms,
  ...confirmationTerms,
  ...roleTerms,
};
