import { type FindingToSettle, explanationIn, findingsToSettle, placeName } from '../findings/findings-to-settle.js';
import type { MayClose } from './check-books.js';

/** A finding as it keeps books open: where it stands, and the answer it has already. */
const blocking = (finding: FindingToSettle): Awaited<ReturnType<MayClose>>[number] => {
  const explained = explanationIn(finding);
  return {
    ...finding,
    ...(finding.place.kind === 'sheet' && { at: placeName(finding) }),
    ...(explained !== undefined && { explained }),
  };
};

/**
 * What is looked at wherever nothing else is asked: the books themselves, and the sheets of the year that rest on them. Of a
 * sheet only figures, targets and words count until it is evaluated, so that a year may be sealed before its sheets are scored.
 */
export const usualChecks: MayClose = async (ports, closing) =>
  (await findingsToSettle(ports, closing)).filter(({ stops }) => stops.includes(closing.line)).map(blocking);
