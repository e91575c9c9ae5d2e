import type { Office } from '#application/ports/office-directory.js';
import type { OfficeCode } from '#kernel/event.js';
import { isLocalDate } from '#kernel/dates.js';
import { Rejected, type RejectionDetail, reject } from '#kernel/reject.js';

/** One state of the office tree, ready to be asked; whichever store it came from. */
export class OfficeTree {
  private readonly offices: ReadonlyMap<OfficeCode, Office>;
  private readonly children: ReadonlyMap<OfficeCode, readonly OfficeCode[]>;

  constructor(offices: readonly Office[]) {
    const children = new Map<OfficeCode, OfficeCode[]>();
    for (const { code, parent } of offices) {
      if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), code]);
    }
    this.offices = new Map(offices.map((office) => [office.code, office]));
    this.children = children;
  }

  all(): readonly Office[] {
    return [...this.offices.values()];
  }

  find(code: OfficeCode): Office | undefined {
    return this.offices.get(code);
  }

  /** The office, if it is known, and everything below it, parents before children. */
  below(code: OfficeCode): readonly OfficeCode[] {
    const found = this.offices.has(code) ? [code] : [];
    for (const at of found) found.push(...(this.children.get(at) ?? []));
    return found;
  }

  /**
   * The tree with offices added or replaced.
   * @throws Rejected `invalid-data` pointing at every office whose dates, parent or successor cannot be
   */
  with(offices: readonly Office[]): OfficeTree {
    const next = new Map([...this.offices, ...offices.map((office) => [office.code, office] as const)]);
    const details = offices.flatMap((office, index) =>
      faultsOf(office, next).map((fault) => ({ ...fault, at: `offices[${index}].${fault.at}` })),
    );
    if (details.length > 0) throw new Rejected(reject('invalid-data', ...details));
    return new OfficeTree([...next.values()]);
  }
}

const faultsOf = (office: Office, offices: ReadonlyMap<OfficeCode, Office>): readonly RejectionDetail[] => {
  const { code, parent, validFrom, validTo, successor } = office;
  const found: RejectionDetail[] = [];
  if (!isLocalDate(validFrom)) found.push({ at: 'validFrom', code: 'not-a-date' });
  if (validTo !== null && !isLocalDate(validTo)) found.push({ at: 'validTo', code: 'not-a-date' });
  else if (validTo !== null && validTo < validFrom)
    found.push({ at: 'validTo', code: 'too-small', message: validFrom });
  if (parent !== null && !offices.has(parent)) found.push({ at: 'parent', code: 'not-found' });
  else if (isCircle(code, parent, offices)) found.push({ at: 'parent', code: 'circular' });
  if (successor !== null && !offices.has(successor)) found.push({ at: 'successor', code: 'not-found' });
  else if (successor === code) found.push({ at: 'successor', code: 'circular' });
  return found;
};

/** Whether the way up from an office leads back to it. */
const isCircle = (code: OfficeCode, parent: OfficeCode | null, offices: ReadonlyMap<OfficeCode, Office>): boolean => {
  const seen = new Set<OfficeCode>();
  for (let at = parent; at !== null && !seen.has(at); at = offices.get(at)?.parent ?? null) {
    if (at === code) return true;
    seen.add(at);
  }
  return false;
};
