import { type BureauCode, type LocalDate, addDays } from '../kernel.js';
import type { StandingAlert } from '../ports/alerts.js';
import type { Ledger } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import { officesOf } from '../sealing/freeze-figures.js';

/** Calendar days before its day on which a duty is told; the day itself was counted by the clock of its deadline. */
export const DAYS_BEFORE = 7;

const PAGE = 500;

export interface DutyAlertPorts {
  readonly ledger: Pick<Ledger, 'duties'>;
  readonly offices: OfficeDirectory;
}

/** Duties of a bureau that are due within seven days, or were and are not met. One that gets another day is another alert. */
export const dutyAlerts = async (
  { ledger, offices }: DutyAlertPorts,
  bureau: BureauCode,
  today: LocalDate,
): Promise<readonly StandingAlert[]> => {
  const reading = { bureau, offices: officesOf(offices, bureau) };
  const dueBy = addDays(today, DAYS_BEFORE);
  const found: StandingAlert[] = [];
  let after: string | undefined;
  do {
    const page = await ledger.duties(reading, { dueBy, limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { deadline, factKey, dueOn, provisional, streamId, office } of page.rows) {
      const evidence = { deadline, factKey, dueOn, provisional };
      found.push({ kind: 'duty', streamId, item: `${deadline}|${factKey}|${dueOn}`, office, evidence });
    }
    after = page.next;
  } while (after !== undefined);
  return found;
};
