/**
 * Rows and arrays in PostgreSQL's text form. Values become parameters of a statement, never a part of its text, so a
 * wrong quote can spoil a value but not the statement.
 */
type Value = string | number | undefined;

const PLAIN = /^[\w.:+-]+$/;
const escape = (text: string): string => text.replace(/["\\]/g, '\\$&');

const field = (value: Value): string => {
  if (value === undefined) return '';
  return typeof value === 'number' || PLAIN.test(value) ? String(value) : `"${escape(value)}"`;
};

/** A row as an element of an array: `"(a,b,)"`. An absent value is NULL. */
export const rowElement = (...values: readonly Value[]): string => `"${escape(`(${values.map(field).join(',')})`)}"`;

export const arrayOf = (elements: readonly string[]): string => `{${elements.join(',')}}`;

/** An array of texts as a value of a row. */
export const textArray = (texts: readonly string[]): string => arrayOf(texts.map((text) => `"${escape(text)}"`));
