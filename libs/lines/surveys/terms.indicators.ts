import { type Term, type Terms, form as formTerm, house } from '#kernel/term.js';
import type { IndicatorCode } from './indicators/index.js';
import { type Topic, topics } from './measures/index.js';
import { topicWords } from './terms.tables.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '部门整体支出绩效自评表 满意度指标');

const whole = {
  'SV-01': form('满意率', 'rate of satisfaction'),
  'SV-02': form('有效答卷', 'valid answers'),
  'SV-03': form('满意答卷', 'satisfied answers'),
  'SV-04': form('知晓率', 'rate of awareness'),
  'SV-04-answers': house('知晓率（按答题）', 'rate of awareness, by answers'),
  'SV-05': form('知晓率测试有效卷', 'valid papers of tests'),
  'SV-06': form('知晓率测试合格卷', 'papers that passed'),
  'SV-07': form('问卷有效回收率', 'rate of valid returns'),
  'SV-07-issued': form('发放问卷', 'questionnaires issued'),
  'SV-08': form('已结束调查', 'surveys closed'),
  'SV-08-small': house('样本偏少的调查', 'surveys with a small sample'),
} satisfies Record<Exclude<IndicatorCode, `SV-0${1 | 2 | 3}-${Topic}`>, Term>;

/** What each figure is called where it is printed; the figures of a topic are called after it. */
export const indicatorTerms: Terms<IndicatorCode> = {
  ...whole,
  ...(Object.fromEntries(
    (['SV-01', 'SV-02', 'SV-03'] as const).flatMap((code) =>
      topics.map((topic) => {
        const { zh, en } = whole[code];
        return [`${code}-${topic}`, form(`${topicWords[topic]}${zh}`, `${en}: ${topic.replaceAll('-', ' ')}`)];
      }),
    ),
  ) as Terms<`SV-0${1 | 2 | 3}-${Topic}`>),
};
