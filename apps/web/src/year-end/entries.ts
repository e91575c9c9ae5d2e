import { call } from '../api/call.js';
import type { EvaluationDraft } from '../api/sheets.js';

/** What a person adds to a row: a result nothing computes, its grade, and why it is not met. */
export interface Entry {
  actualText?: string;
  band?: string;
  deviationReason?: string;
}

const filled = ([, value]: [string, string | undefined]): boolean => value !== undefined && value.trim() !== '';

/** Rows something was entered for, as the API takes them. */
export const entriesOf = (entries: Readonly<Record<string, Entry>>): readonly object[] =>
  Object.entries(entries).flatMap(([row, entry]) => {
    const said = Object.entries(entry).filter(filled);
    return said.length === 0 ? [] : [{ row, ...Object.fromEntries(said) }];
  });

/** Grades of a result that is not measured, by the frame of the sheet: `达成预期指标 80–100%`. */
export const bandsOf = async ({
  frame,
}: EvaluationDraft): Promise<readonly { readonly code: string; readonly title: string }[]> => {
  const { bands } = await call<{ readonly bands: readonly { code: string; name?: string; from?: string }[] }>(
    'GET',
    `/v1/scoring-frames/${encodeURIComponent(frame.code)}`,
  );
  return bands.map(({ code, name }) => ({ code, title: name ?? code }));
};
