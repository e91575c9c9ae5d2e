import { inScope } from '#application/office-scope.js';
import type { Office, OfficeDirectory } from '#application/ports/office-directory.js';
import type { Principal } from '#kernel/command.js';
import type { RejectionDetail } from '#kernel/reject.js';

/**
 * Offices that are not a principal's to save: a known one out of scope, or a new one whose nearest known ancestor is. What
 * is wrong with the tree itself the directory finds.
 */
export const outOfScope = (
  directory: OfficeDirectory,
  caller: Principal,
  offices: readonly Office[],
): readonly RejectionDetail[] => {
  const parents = new Map(offices.map(({ code, parent }) => [code, parent]));
  const nearestKnown = (office: Office): string => {
    const passed = new Set<string>();
    let at: string | null | undefined = office.code;
    while (at != null && directory.find(at) === undefined && !passed.has(at)) {
      passed.add(at);
      at = parents.get(at);
    }
    return at ?? '';
  };
  return offices.flatMap((office, index) =>
    inScope(directory, caller, nearestKnown(office)) ? [] : [{ at: `offices[${index}].code`, code: 'not-found' }],
  );
};
