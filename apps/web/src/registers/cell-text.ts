import { say } from '../text.js';

/** What stands in a cell of a register, told how a value of a column is called. */
export const cellText = (titleOf: (column: string, value: string) => string) => {
  const textOf = (column: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    if (Array.isArray(value)) return value.map((item) => textOf(column, item)).join('、');
    if (typeof value === 'boolean') return value ? say('field.yes') : say('field.no');
    if (typeof value === 'object')
      return Object.values(value)
        .map((item) => textOf(column, item))
        .join(' ');
    return titleOf(column, String(value));
  };
  return textOf;
};
