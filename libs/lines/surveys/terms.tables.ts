import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';
import type { Topic } from './domain/levels.js';

const FORM = '部门整体支出绩效自评表 满意度指标';

/** What is asked about; the rate of a topic is its name and 满意率. */
export const topicWords: Readonly<Record<Topic, string>> = {
  'legal-aid': '法律援助',
  'legal-aid-publicity': '法律援助宣传',
  'legal-aid-recipients': '受援群众权益保障',
  mediation: '人民调解',
  mediators: '人民调解员',
  subjects: '社区矫正对象',
  publicity: '普法宣传活动',
  'enforcement-training': '行政复议、行政执法培训',
  'staff-heating': '在职人员（办公取暖）',
  service: '司法行政服务对象',
  residents: '辖区居民',
  stability: '社会稳定',
  other: '其他事项',
};

export const enumerationTerms = tableTerms(tables, {
  topic: { name: '调查主题', origin: 'form', source: FORM, values: topicWords },
  method: {
    name: '调查方式',
    origin: 'house',
    values: { questionnaire: '问卷', telephone: '电话回访', online: '线上评价', window: '窗口评价器' },
  },
  level: {
    name: '满意程度',
    origin: 'house',
    values: {
      'very-satisfied': '很满意',
      satisfied: '满意',
      'basically-satisfied': '基本满意',
      dissatisfied: '不满意',
      'very-dissatisfied': '很不满意',
    },
  },
  scale: {
    name: '评价尺度',
    origin: 'house',
    values: {
      'five-levels': '五级（很满意至很不满意）',
      'three-levels': '三级（满意、基本满意、不满意）',
      'two-levels': '两级（满意、不满意）',
      test: '知识测试',
    },
  },
});
