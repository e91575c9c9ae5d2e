import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { call } from '../api/call.js';
import type { EvaluationDraft } from '../api/sheets.js';

/** What a person adds to a row: a result nothing computes with its proof, its grade and points, and why it is not met. */
export interface Entry {
  /** As typed; a number where the target is one. */
  actual?: string;
  /** SHA-256 of the file that proves it, and what the file is called. */
  attachmentHash?: string;
  fileName?: string;
  band?: string;
  score?: string;
  deviationReason?: string;
}
type Row = EvaluationDraft['rows'][number];

const text = (typed: string | undefined): string | undefined => {
  const trimmed = typed?.trim();
  return trimmed === '' ? undefined : trimmed;
};
const said = (fields: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Whether a result was typed that nothing proves yet. */
export const isUnproved = (entry: Entry | undefined, enteredBy: string | undefined): boolean =>
  text(entry?.actual) !== undefined && (entry?.attachmentHash === undefined || text(enteredBy) === undefined);

/** Rows something was entered for, as the API takes them; a result without its proof is left out. */
export const entriesOf = (
  rows: readonly Row[],
  entries: Readonly<Record<string, Entry>>,
  enteredBy: string | undefined,
): readonly object[] =>
  rows.flatMap(({ id, target }) => {
    const entry = entries[id];
    if (entry === undefined) return [];
    const actual = isUnproved(entry, enteredBy) ? undefined : text(entry.actual);
    const result =
      actual === undefined
        ? {}
        : {
            ...(target.number === undefined ? { actualText: actual } : { actual }),
            attachmentHash: entry.attachmentHash,
            enteredBy,
          };
    const graded = entry.band !== undefined && text(entry.score) !== undefined;
    const fields = {
      ...said({ deviationReason: text(entry.deviationReason) }),
      ...(graded ? said({ band: entry.band, score: text(entry.score) }) : {}),
      ...result,
    };
    return Object.keys(fields).length === 0 ? [] : [{ row: id, ...fields }];
  });

/** Grades of a result that is not measured, best first, by the frame of the sheet. */
export const bandsOf = async ({
  frame,
}: EvaluationDraft): Promise<readonly { readonly code: string; readonly title: string; readonly from: string }[]> => {
  const { bands } = await call<{ readonly bands: readonly { code: string; name: string; from: string }[] }>(
    'GET',
    `/v1/scoring-frames/${encodeURIComponent(frame.code)}`,
  );
  return bands.map(({ code, name, from }) => ({ code, title: name, from }));
};

/** SHA-256 of a file, in hex. */
export const hashOf = async (file: File): Promise<string> =>
  bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())));
