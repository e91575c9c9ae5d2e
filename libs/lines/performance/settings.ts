import { frames } from '#application/scoring/frames/index.js';
import type { Setting, SettingsOf } from '#application/settings.js';
import type { DataOfEvent } from './domain/events.js';

type Level = DataOfEvent<'performance.SheetSubmitted'>['toLevel'];

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** What provinces and counties arrange for themselves; days as MM-DD. */
export const settings = {
  levels: setting<readonly Level[]>(
    ['office', 'county', 'city'],
    'Levels a sheet passes, lowest first: local practice; a county that reports to nobody above leaves the city out.',
  ),
  monitoring: setting<{ readonly monthEnd: string; readonly dueOn: string }>(
    { monthEnd: '07-31', dueOn: '08-31' },
    'One collection a year in August on January to July; the text was not re-read, and one city asks for January to June.',
    '中央部门预算绩效运行监控管理暂行办法（财预〔2019〕136号）',
  ),
  paceMargin: setting(
    10,
    'Percentage points a target may lie behind the months gone by before it is told: house habit, where the frames light red.',
  ),
  selfEvaluationDueOn: setting(
    '04-30',
    'Day of the next year by which the year is evaluated: bureaus did so between February and April; no text was found.',
  ),
  frames: setting<readonly string[]>(
    frames.map(({ code }) => code),
    'Codes of the frames a sheet may be scored by: every province has its own, and counties depart from it.',
  ),
  qualitativeBands: setting<{ readonly met: number; readonly partlyMet: number }>(
    { met: 80, partlyMet: 60 },
    'Lowest share of the weight, in per cent, of a target met and of one met in part; the wording was not re-read.',
    '项目支出绩效评价管理办法（财预〔2020〕10号）',
  ),
} as const;

export type PerformanceSettings = SettingsOf<typeof settings>;
