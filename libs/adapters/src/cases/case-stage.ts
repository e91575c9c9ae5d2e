import type { CaseFile } from '#application/case-file.js';
import type { Office } from '#application/ports/office-directory.js';
import { PlainFault } from '#kernel/plain-fault.js';

/** Division codes of the bureaus whose reports come with us. @source GB/T 2260 */
const CODES: Readonly<Record<string, string>> = {
  大武口区司法局: '640202',
  抚宁区司法局: '130306',
  桃江县司法局: '430922',
  益阳市资阳区司法局: '430902',
};

/** A bureau whose division code is not known; it has to be given. */
export class UnknownBureau extends PlainFault {}

/** Justice offices of a bureau whose report does not say how many it has. */
const USUAL_OFFICES = 8;

/** The day from which the offices of a case exist; before any date in one. */
const SINCE = '1949-10-01';

/**
 * The bureau of a case and what is above and below it. The justice offices bear numbers for names: reports say how many
 * there are, not which office did what.
 * @throws UnknownBureau
 */
export const caseOffices = (
  { bureau }: CaseFile,
  code = CODES[bureau.name],
): { readonly bureau: string; readonly justiceOffices: readonly string[]; readonly offices: readonly Office[] } => {
  if (code === undefined) throw new UnknownBureau(`${bureau.name} 的行政区划代码未知 / its division code is not known`);
  const unit = (more: Pick<Office, 'code' | 'parent' | 'bureau' | 'name' | 'kind'>): Office => ({
    ...more,
    validFrom: SINCE,
    validTo: null,
    successor: null,
  });
  const [province, city] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
  const justiceOffices = Array.from(
    { length: bureau.justiceOffices ?? USUAL_OFFICES },
    (_, at) => `${code}${String(at + 1).padStart(3, '0')}`,
  );
  return {
    bureau: code,
    justiceOffices,
    offices: [
      unit({ code: province, parent: null, bureau: '', name: bureau.province, kind: 'province' }),
      unit({ code: city, parent: province, bureau: '', name: bureau.city, kind: 'city' }),
      unit({ code, parent: city, bureau: code, name: bureau.name, kind: 'bureau' }),
      ...justiceOffices.map((office, at) =>
        unit({ code: office, parent: code, bureau: code, name: `第${at + 1}司法所`, kind: 'justice-office' }),
      ),
    ],
  };
};
