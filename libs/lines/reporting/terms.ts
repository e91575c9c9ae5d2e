import { type Terms, house } from '#kernel/term.js';
import { eventTerms, under } from '#kernel/term-tables.js';
import { events } from './domain/events.js';

/** The Chinese of every identifier of the line. */
export const terms: Terms = {
  reporting: house('零报告', 'nil reporting'),
  'reporting.month': house('月度零报告', 'nil report of a month'),
  'reporting.month.none': house('未申报', 'nothing declared'),
  'reporting.month.declared': house('已零报告', 'declared empty'),
  'reporting.month.withdrawn': house('已撤回', 'withdrawn'),
  ...eventTerms(events, {
    'reporting.NilDeclared': ['已零报告', '零报告'],
    'reporting.NilWithdrawn': ['零报告已撤回', '撤回零报告'],
  }),
  ...under('reporting.field', {
    businessLine: house('业务', 'line of work'),
    declaredOn: house('申报日期', 'declared on'),
    month: house('月份', 'month'),
    reason: house('撤回原因', 'reason'),
    standing: house('是否有效', 'standing'),
    withdrawnOn: house('撤回日期', 'withdrawn on'),
  }),
  'reporting.nil': house('零报告', 'nil report'),
  'reporting.nils': house('零报告台账', 'nil reports'),
  'reporting.nil-months': house('零报告月数', 'months declared empty'),
  'RP-01': house('零报告月数', 'months declared empty'),
  'reporting.month-not-over': house('该月尚未结束，不能零报告', 'the month is not over'),
  'reporting.nil-declared-already': house('该单位该业务该月已零报告', 'this month is declared already'),
};
