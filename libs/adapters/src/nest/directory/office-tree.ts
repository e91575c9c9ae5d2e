import { inScope } from '#application/office-scope.js';
import type { Office, OfficeDirectory } from '#application/ports/office-directory.js';
import type { Principal } from '#kernel/command.js';
import type { RejectionDetail } from '#kernel/reject.js';

/** Whether going up from an office ever ends. */
const climbs = (from: Office, find: (code: string) => Office | undefined): boolean => {
  const passed = new Set<string>();
  for (let at: Office | undefined = from; at !== undefined; at = at.parent === null ? undefined : find(at.parent)) {
    if (passed.has(at.code)) return false;
    passed.add(at.code);
  }
  return true;
};

/**
 * What keeps offices from being saved by a principal: a parent nobody knows, a circle, an end before the beginning, an
 * office or a place in the tree that is not his.
 */
export const faultsInTree = (directory: OfficeDirectory, caller: Principal, offices: readonly Office[]): readonly RejectionDetail[] => {
  const fresh = new Map(offices.map((office) => [office.code, office]));
  const find = (code: string): Office | undefined => fresh.get(code) ?? directory.find(code);
  /** New offices lie where their nearest known ancestor lies. */
  const isHis = (office: Office): boolean => {
    if (directory.find(office.code) !== undefined) return inScope(directory, caller, office.code);
    const parent = office.parent === null ? undefined : find(office.parent);
    return parent === undefined ? inScope(directory, caller, '') : isHis(parent);
  };
  return offices.flatMap((office, index) => {
    const at = (field: string): string => `offices[${index}].${field}`;
    if (office.parent !== null && find(office.parent) === undefined) return [{ at: at('parent'), code: 'not-found' }];
    if (!climbs(office, find)) return [{ at: at('parent'), code: 'circular' }];
    if (office.validTo !== null && office.validTo < office.validFrom) return [{ at: at('validTo'), code: 'too-small' }];
    if (office.successor !== null && find(office.successor) === undefined) return [{ at: at('successor'), code: 'not-found' }];
    return isHis(office) ? [] : [{ at: at('code'), code: 'not-found' }];
  });
};
