import { tables } from './views/kinds.js';

/** What is due, and when. Both days are settings: no text binds a county. */
export const deadlines = tables.deadlines({
  /** Monitoring of January to July in August (绩效运行监控). 财预〔2019〕136号, not re-read */
  'PF-D01': { fact: 'performance.sheet', due: 'monitoringDueOn', met: 'coveredOn' },
  /** Self-evaluation of the year before (绩效自评), by habit from January to April. */
  'PF-D02': { fact: 'performance.sheet', due: 'selfEvaluationDueOn', met: 'evaluatedOn' },
});

export type DeadlineCode = keyof typeof deadlines;
