import type { LocalDate } from '../kernel.js';

/** `2023-12-06` as it is written on paper. */
export const chineseDate = (date: LocalDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
