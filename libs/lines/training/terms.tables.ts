import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';

/** The Chinese of every code table and of every value. */
export const enumerationTerms = tableTerms(tables, {
  targetGroup: {
    name: '培训对象',
    origin: 'form',
    source: '部门预算绩效文本 培训指标',
    values: {
      'office-head': '司法所长',
      'office-staff': '司法所人员',
      'enforcement-officer': '执法人员',
      mediator: '人民调解员',
      'legal-aid-staff': '法律援助人员',
      'corrections-staff': '社区矫正工作人员',
      'all-staff': '全体干警',
    },
  },
  sessionForm: { name: '培训形式', origin: 'house', values: { course: '培训班', lecture: '讲座', meeting: '培训会' } },
  mode: { name: '授课方式', origin: 'house', values: { offline: '线下', online: '线上' } },
  result: { name: '考核结果', origin: 'house', values: { qualified: '合格', unqualified: '不合格' } },
  grade: {
    name: '年度考核等次',
    origin: 'law',
    source: '公务员法 第三十八条',
    values: {
      excellent: '优秀',
      competent: '称职',
      'basically-competent': '基本称职',
      incompetent: '不称职',
    },
  },
  staffKind: {
    name: '人员类别',
    origin: 'house',
    values: { office: '基层（司法所）工作人员', bureau: '局机关工作人员' },
  },
  examKind: {
    name: '考试类别',
    origin: 'house',
    values: { licence: '执法资格考试', 'annual-check': '执法证年检考试' },
  },
});
