import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';

const MONITORING = '绩效运行监控表（财预〔2019〕136号）';
const EVALUATION = '项目支出绩效评价管理办法（财预〔2020〕10号）';

/** The Chinese of every code table and of every value. */
export const enumerationTerms = tableTerms(tables, {
  subject: {
    name: '目标对象',
    origin: 'form',
    source: '绩效目标表',
    values: { department: '部门整体', project: '项目' },
  },
  level: { name: '层级', origin: 'house', values: { office: '填报单位', county: '县级', city: '市级' } },
  operator: {
    name: '指标符号',
    origin: 'form',
    source: '绩效目标表',
    values: {
      'at-least': '不低于（≥）',
      'at-most': '不高于（≤）',
      equal: '等于（=）',
      'more-than': '高于（>）',
      'less-than': '低于（<）',
    },
  },
  direction: {
    name: '指标方向',
    origin: 'house',
    values: { higher: '正向（越高越好）', lower: '反向（越低越好）' },
  },
  likelihood: {
    name: '完成目标可能性',
    origin: 'form',
    source: MONITORING,
    values: { certain: '确定能', possible: '有可能', impossible: '完全不可能' },
  },
  narrativePart: {
    name: '报告部分',
    origin: 'form',
    source: '绩效自评报告',
    values: {
      overview: '概况',
      execution: '预算执行情况',
      results: '绩效目标完成情况',
      problems: '存在的问题',
      measures: '改进措施',
      use: '自评结果应用',
    },
  },
  cause: {
    name: '偏差原因分析',
    origin: 'form',
    source: MONITORING,
    values: { funding: '经费保障', rules: '制度保障', staff: '人员保障', hardware: '硬件条件保障', other: '其他' },
  },
  leftOut: {
    name: '未对应原因',
    origin: 'house',
    values: { 'no-such-row': '本年无此指标', several: '名称重复', empty: '无完成值', 'other-form': '另一张表' },
  },
  qualitativeGrade: {
    name: '定性指标完成等次',
    origin: 'form',
    source: EVALUATION,
    values: {
      met: '达成年度指标',
      'partly-met': '部分达成年度指标并具有一定效果',
      'not-met': '未达成年度指标且效果较差',
    },
  },
  grade: {
    name: '绩效评价等级',
    origin: 'form',
    source: EVALUATION,
    values: { excellent: '优', good: '良', fair: '中', poor: '差' },
  },
});
