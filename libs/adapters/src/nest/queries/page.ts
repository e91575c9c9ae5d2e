import { Rejected, reject } from '#kernel/reject.js';

/** SQLSTATE class 22: the text is no value of that type. */
const isNoValue = (error: unknown): boolean => /^22/.test((error as { readonly code?: string }).code ?? '');

/**
 * Reads the page after a cursor. A cursor is the caller's to hand back and could hold anything: one whose parts are no
 * dates or ids is bad input, not a fault of ours.
 * @rejects invalid-data
 */
export const pageAfter = async <Page>(
  after: string | undefined,
  read: (after: { readonly after?: string }) => Promise<Page>,
): Promise<Page> => {
  if (after === undefined) return read({});
  try {
    return await read({ after });
  } catch (error) {
    throw isNoValue(error) ? new Rejected(reject('invalid-data', { at: 'after', code: 'wrong-form' })) : error;
  }
};
