import type { Office } from '../api/answers.js';
import { today } from '../days.js';

/** An office with those below it. */
export interface OfficeNode {
  readonly value: string;
  readonly label: string;
  readonly office: Office;
  readonly children: readonly OfficeNode[];
}

/** Whether an office exists on a day; `validTo` is its last. */
export const standsOn = ({ validFrom, validTo }: Office, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

/** Offices as trees, by code; one whose parent is not among them begins a tree of its own. */
export const treesOf = (offices: readonly Office[]): readonly OfficeNode[] => {
  const known = new Set(offices.map(({ code }) => code));
  const below = new Map<string, Office[]>();
  for (const office of offices) {
    const parent = office.parent !== null && known.has(office.parent) ? office.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), office]);
  }
  const nodesBelow = (code: string): readonly OfficeNode[] =>
    (below.get(code) ?? [])
      .sort((one, other) => one.code.localeCompare(other.code))
      .map((office) => ({ value: office.code, label: office.name, office, children: nodesBelow(office.code) }));
  return nodesBelow('');
};

/** Offices that exist today, and those named besides. */
export const standing = (offices: readonly Office[], besides: readonly string[] = []): readonly Office[] =>
  offices.filter((office) => standsOn(office, today()) || besides.includes(office.code));
