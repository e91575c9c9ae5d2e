import { Rejected, reject } from '#kernel/reject.js';

export type CursorPart = string | number;

/** Where a page ended, as opaque text for the caller to hand back. */
export const writeCursor = (...parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/**
 * Reads a cursor of as many parts as `form` shows, each of the same type as the one shown.
 * @rejects invalid-data  `after` is not a cursor of this list
 */
export const readCursor = <const Form extends readonly CursorPart[]>(
  text: string,
  form: Form,
): { [At in keyof Form]: Form[At] extends number ? number : string } => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(parts) &&
      parts.length === form.length &&
      parts.every((part, at) => typeof part === typeof form[at])
    )
      return parts as never;
  } catch {
    // Not JSON: answered below, like every other text that is no cursor.
  }
  throw new Rejected(reject('invalid-data', { at: 'after', code: 'wrong-form' }));
};
