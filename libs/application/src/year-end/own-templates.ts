import { printedAnchor } from '../documents/anchored.js';
import type { FormFault, OwnForms } from '../documents/own-forms.js';
import type { ActualsPorts } from '../evaluation/actuals.js';
import { type SheetPorts, findSheet } from '../evaluation/read-sheets.js';
import { type BureauCode, type Principal, Rejected, type Uuid, reject } from '../kernel.js';
import { inScope } from '../office-scope.js';
import type { Chain } from '../ports/chain.js';
import type { Clock } from '../ports/clock.js';
import type { TemplateEntry, Templates } from '../ports/templates.js';
import { headOffice } from '../sealing/head-office.js';
import { valuesOfSheet, vocabularyFor } from './sheet-template.js';

export interface TemplatePorts extends SheetPorts, ActualsPorts {
  readonly ledger: ActualsPorts['ledger'];
  readonly templates: Templates;
  readonly forms: OwnForms;
  readonly clock: Clock;
  readonly chain: Pick<Chain, 'anchorAt'>;
}

const refused = (faults: readonly FormFault[]): Rejected =>
  new Rejected(reject('template-refused', ...faults.map(({ code, at, what }) => ({ at, code, message: what }))));

export interface UploadRequest {
  readonly principal: Principal;
  readonly bureau: BureauCode;
  readonly code: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** A sheet of the bureau whose rows the form may ask for by their ids. */
  readonly sheet?: Uuid;
}

/**
 * Keeps a bureau's own form, once nothing is wrong with it.
 * @rejects not-found        the bureau is not the caller's as a whole, or the sheet is not the bureau's
 * @rejects template-refused naming all that is wrong, each with its part and paragraph; nothing is kept
 */
export const uploadTemplate = async (
  ports: TemplatePorts,
  { principal, bureau, code, title, bytes, sheet: streamId }: UploadRequest,
): Promise<{ readonly entry: TemplateEntry; readonly kept: boolean }> => {
  const { registry, offices, templates, forms, clock } = ports;
  if (!inScope(offices, principal, headOffice(offices, bureau)))
    throw new Rejected(reject('not-found', { at: 'bureau', code: 'not-found' }));
  const found = streamId === undefined ? undefined : await findSheet(ports, principal, streamId);
  if (found !== undefined && found.bureau !== bureau)
    throw new Rejected(reject('not-found', { at: 'sheet', code: 'not-found' }));
  const faults = await forms.faults(bytes, vocabularyFor(registry, found?.sheet));
  if (faults.length > 0) throw refused(faults);
  const { now: uploadedAt } = clock.now();
  return templates.keep({ bureau, code, title, bytes, uploadedBy: principal.name, uploadedAt });
};

export interface FillRequest {
  readonly principal: Principal;
  readonly code: string;
  readonly version?: number;
  readonly sheet: Uuid;
}

/**
 * Fills a form of the bureau that keeps a sheet with its figures as known at a position; now where none is given.
 * @rejects not-found        no such form, or no such sheet of the caller's
 * @rejects template-refused it asks for what this sheet does not have
 */
export const fillTemplateOfSheet = async (
  ports: TemplatePorts,
  { principal, code, version, sheet }: FillRequest,
  asOf?: number,
): Promise<{ readonly entry: TemplateEntry; readonly file: Uint8Array }> => {
  const { ledger, templates, forms, clock, chain } = ports;
  const found = await findSheet(ports, principal, sheet, asOf);
  const template = await templates.find({ bureau: found.bureau, code, ...(version === undefined ? {} : { version }) });
  if (template === undefined) throw new Rejected(reject('not-found', { at: 'code', code: 'not-found' }));
  const { entry, bytes } = template;
  const position = asOf ?? (await ledger.watermark()).position;
  const { values, head } = await valuesOfSheet(ports, {
    ...{ found, position, today: clock.now().today },
    code: `${entry.code}-v${entry.version}`,
    asked: await forms.asked(bytes),
  });
  const anchor = printedAnchor(await chain.anchorAt(position));
  const filled = await forms.fill(bytes, values, { ...head, ...(anchor !== undefined && { anchor }) });
  if (!(filled instanceof Uint8Array)) throw refused(filled);
  return { entry, file: filled };
};
