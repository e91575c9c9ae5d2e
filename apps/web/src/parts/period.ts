import { today } from '../days.js';

export const thisMonth = (): string => today().slice(0, 7);
export const thisYear = (): string => today().slice(0, 4);
/** The same month a year before. */
export const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
/** Months up to this one, the newest first. */
export const months = (many: number): readonly string[] =>
  Array.from({ length: many }, (_, back) => {
    const at = Number(today().slice(0, 4)) * 12 + Number(today().slice(5, 7)) - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
