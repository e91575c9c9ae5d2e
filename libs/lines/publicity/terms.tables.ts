import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';

/** The Chinese of every code table and of every value. */
export const enumerationTerms = tableTerms(tables, {
  theme: {
    name: '宣传主题',
    origin: 'form',
    source: '部门预算绩效文本 普法宣传指标',
    values: {
      constitution: '宪法',
      'civil-code': '民法典',
      'legal-aid': '法律援助',
      'anti-fraud': '反诈',
      corrections: '社区矫正',
      mediation: '人民调解',
      minors: '未成年人保护',
      other: '其他',
    },
  },
  activityKind: {
    name: '活动形式',
    origin: 'form',
    source: '部门预算绩效文本 普法宣传指标',
    values: {
      campaign: '主题宣传',
      lecture: '讲座',
      checkup: '法治体检',
      performance: '法治文艺',
      'new-media': '新媒体宣传',
      'into-organs': '法律进机关',
      'into-villages': '法律进乡村',
      'into-communities': '法律进社区',
      'into-schools': '法律进学校',
      'into-enterprises': '法律进企业',
      'into-units': '法律进单位',
    },
  },
  unitKind: {
    name: '覆盖单位类别',
    origin: 'house',
    values: { village: '村（社区）', town: '乡镇（街道）', school: '学校', organisation: '单位' },
  },
  materialKind: {
    name: '资料类别',
    origin: 'house',
    values: { booklet: '手册', leaflet: '折页', poster: '挂图、海报', book: '图书', gift: '宣传品' },
  },
  channel: {
    name: '媒体渠道',
    origin: 'house',
    values: { television: '电视', press: '报刊', website: '网站', wechat: '公众号', 'short-video': '短视频' },
  },
  duty: {
    name: '法律顾问职责',
    origin: 'form',
    source: '一村（社区）一法律顾问“四个一”制度',
    values: { 'on-call': '值班', visit: '走访', lecture: '宣讲', article: '投稿' },
  },
  demoLevel: {
    name: '命名级别',
    origin: 'form',
    source: '民主法治示范村（社区）命名文件',
    values: { national: '全国', provincial: '全省', city: '全市', county: '全县（区）' },
  },
});
