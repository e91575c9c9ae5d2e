import type { LocalDate } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { AftercareSettings } from '../settings.js';
import { type Handlers, put } from './case-sheet.js';

type Period = Pick<DataOfEvent<'aftercare.StatisticsSubmitted'>, 'coverage' | 'statYear'>;

const dutyOf = ({ coverage, statYear }: Period, { statisticsDays }: AftercareSettings) => {
  const dueOn: LocalDate = `${coverage === 'year' ? statYear + 1 : statYear}-${statisticsDays[coverage]}`;
  return [`${statYear}:${coverage}`, { coverage, statYear, dueOn }] as const;
};

const after = ({ coverage, statYear }: Period): Period =>
  coverage === 'half-year' ? { coverage: 'year', statYear } : { coverage: 'half-year', statYear: statYear + 1 };

/** What is sent meets its duty, and the next statistics are owed; an office's first ones begin the row. */
export const statisticsFacts: Handlers = {
  'aftercare.StatisticsSubmitted': ({ data }, sheet, settings) => {
    const [key, duty] = dutyOf(data, settings);
    put(sheet, 'aftercare.statistics-duty', key, { ...duty, metOn: data.submittedOn });
    put(sheet, 'aftercare.statistics-duty', ...dutyOf(after(data), settings));
  },
};
