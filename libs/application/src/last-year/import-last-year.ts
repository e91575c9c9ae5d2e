import { hash } from 'node:crypto';
import type { PaperEvidence } from '../documents/evidence-manifest.js';
import type { FormerForm, LeftOut } from '../evaluation/performance-sheet.js';
import { type FoundSheet, type SheetPorts, findSheet, sheetsOf } from '../evaluation/read-sheets.js';
import type { CommandHandler } from '../handle-command.js';
import { type Principal, type Receipt, Rejected, type RejectionDetail, type Uuid, reject } from '../kernel.js';
import type { Clock } from '../ports/clock.js';
import { ROW_IDS } from '../year-end/sheet-case.js';
import type { FormerEvidence, FormerForms } from './former-forms.js';
import type { ReadForm } from './read-form.js';
import { proofOf, sealsNamedBy } from './sealed-proof.js';
import { type TakenLines, formsOfSubject, takeOwn, takeTyped } from './take-lines.js';
import type { FormerFaultCode } from './terms.js';

export interface ImportPorts extends SheetPorts {
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly forms: FormerForms;
  readonly clock: Clock;
}

export interface ImportRequest {
  readonly principal: Principal;
  readonly streamId: Uuid;
  readonly bytes: Uint8Array;
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
}

const fault = (code: FormerFaultCode, at: string, message: string): RejectionDetail => ({ at, code, message });
const refused = (...faults: readonly RejectionDetail[]): Rejected =>
  new Rejected(reject('former-form-refused', ...faults));

/** More is told by nobody to nobody. */
const MOST_LINES = 500;

/** `430922-2022-heating.project-self-evaluation`: bureau, year, subject and what it is, as a sheet's documents are coded. */
const CODE = /^(\d{6})-(\d{4})-(.+)\.(department|project)-([a-z-]+)$/;

/** Whose document a manifest is of, against whose it should be. */
const codeFaults = ({ manifest }: PaperEvidence, { bureau, sheet }: FoundSheet): readonly RejectionDetail[] => {
  const { document } = manifest;
  const [, theirs, year, subjectCode, subject, kind] = CODE.exec(document) ?? [];
  const faults: (FormerFaultCode | false)[] = [
    theirs !== undefined && theirs !== bureau && 'form-of-another-bureau',
    year !== undefined && Number(year) !== sheet.fiscalYear - 1 && 'form-of-another-year',
    (subjectCode !== sheet.subjectCode || subject !== sheet.subject) && 'form-of-another-subject',
    kind !== undefined && kind !== 'self-evaluation' && 'not-a-self-evaluation',
  ];
  return faults.flatMap((code) => (code === false ? [] : [fault(code, 'manifest', document)]));
};

const ofSheet: ReadonlySet<string> = new Set(Object.values(ROW_IDS));

type Taken = TakenLines & Pick<FormerForm, 'document' | 'seals'>;

/** @rejects former-form-refused the paper is not what its manifest says, or the manifest not what the seal does */
const takenFromOwn = async (
  ports: ImportPorts,
  found: FoundSheet,
  evidence: FormerEvidence,
  forms: readonly ReadForm[],
): Promise<Taken> => {
  const { bureau, sheet } = found;
  const { manifest, faults: disagreeing } = evidence;
  const wrong = codeFaults(evidence, found);
  if (wrong.length > 0) throw refused(...wrong);
  if (disagreeing.length > 0)
    throw refused(
      ...disagreeing.map((item) => fault('paper-disagrees', item.at, `${item.code}: ${item.found} ≠ ${item.expected}`)),
    );
  const seals = manifest.seals ?? (manifest.seal === null ? [] : [manifest.seal]);
  const taken = takeOwn(sheet.rows, evidence, forms, bureau, ofSheet);
  const known = await sealsNamedBy(ports, bureau, { seals });
  const refuted = taken.rows.flatMap((row) => {
    const proof = proofOf(row, bureau, sheet.fiscalYear - 1, known);
    return proof?.fault === undefined ? [] : [{ row, ...proof.fault }];
  });
  if (refuted.length > 0)
    throw refused(
      ...refuted.map(({ row, found: here, expected }) => fault('seal-disagrees', row.cell, `${here} ≠ ${expected}`)),
    );
  return { ...taken, document: manifest.document, seals };
};

/** @rejects former-form-refused no form, or one of another year */
const takenFromTyped = ({ sheet }: FoundSheet, forms: readonly ReadForm[]): Taken => {
  if (forms.length === 0) throw refused(fault('no-form-in-file', 'file', ''));
  const own = formsOfSubject(forms, sheet.subjectName);
  const years = own.flatMap((form) => form.years);
  if (years.length > 0 && !years.includes(sheet.fiscalYear - 1))
    throw refused(fault('form-of-another-year', own.map((form) => form.sheet).join(), [...new Set(years)].join()));
  const { rows, unmatched } = takeTyped(sheet.rows, own);
  const others = forms
    .filter((form) => !own.includes(form))
    .map((form): LeftOut => ({ cell: form.sheet, label: form.subject ?? form.sheet, why: 'other-form' }));
  return { rows, unmatched: [...unmatched, ...others], seals: [] };
};

/**
 * Takes last year's form of a sheet from a workbook: one that Taizhang wrote, whose manifest says what each figure is, or one
 * typed by hand, whose lines are known by their names. It is recorded as an event of the sheet; the one before stays in its
 * history. Nothing is recorded of a file that is refused.
 * @rejects former-form-refused naming what is wrong: a file that is broken, could do harm, holds no form, or is of another year,
 *   bureau or subject; a paper that is not what its manifest says; no line that is a row of this year
 */
export const importLastYear = async (
  ports: ImportPorts,
  { principal, streamId, bytes, commandId, correlationId }: ImportRequest,
): Promise<{ readonly receipt: Receipt; readonly form: FormerForm }> => {
  const found = await findSheet(ports, principal, streamId);
  const paper = await ports.forms.read(bytes);
  if (!('forms' in paper)) throw refused(...paper.map(({ code, at, what }) => ({ at, code, message: what })));
  const { forms, evidence } = paper;
  const taken =
    evidence === undefined ? takenFromTyped(found, forms) : await takenFromOwn(ports, found, evidence, forms);
  const { unmatched } = taken;
  if (taken.rows.length === 0)
    throw refused(
      ...unmatched.map(({ cell, label }) => fault('no-row-matches', cell, label)),
      ...(unmatched.length === 0 ? [fault('no-row-matches', 'file', '')] : []),
    );
  if (unmatched.length > MOST_LINES) throw refused(fault('too-many-lines', 'file', String(unmatched.length)));
  const form: FormerForm = {
    importedOn: ports.clock.now().today,
    formerYear: found.sheet.fiscalYear - 1,
    fileHash: hash('sha256', bytes, 'hex'),
    ...taken,
  };
  const { importFormer, imported } = sheetsOf(ports.registry);
  const receipt = await ports.handler.handle({
    ...{ type: importFormer, streamId, data: imported(form), commandId, correlationId, principal },
    ...{ bureau: found.bureau, office: found.office, source: 'MIGRATION' },
  });
  return { receipt, form };
};
