import { type FactSheet, addSpell } from '#application/facts.js';
import { keyOf } from '#application/fact-tables.js';
import { type LocalDate, addDays, addMonths, latest, lastOfMonth } from '#kernel/dates.js';
import { supportUntil } from '../domain/case/memory.js';
import type { SettlementNeed } from '../domain/enumerations.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { AftercareSettings } from '../settings.js';
import {
  type CaseFields,
  type Handlers,
  caseDate,
  keyClassOn,
  putCase,
  putOfPerson,
  putSpell,
  theCase,
} from './case-sheet.js';
import { oweContact } from './contact-duties.js';

type Release = Pick<
  DataOfEvent<'aftercare.MovedIn'>,
  'sourceKind' | 'releasedOn' | 'riskClass' | 'offenceClass' | 'recidivist'
>;

/** Years after release within which a re-offence counts for the cohort (AC-06-cohort). */
const COHORT_YEARS = 5;

const isCounted = (sourceKind: unknown, { correctionReleasedCounted }: AftercareSettings): boolean =>
  sourceKind !== 'correction-released' || correctionReleasedCounted;

const release = (data: Release, settings: AftercareSettings): CaseFields => ({
  sourceKind: data.sourceKind,
  counted: isCounted(data.sourceKind, settings),
  releaseOn: data.releasedOn,
  releasedOn: data.releasedOn,
  ...(data.riskClass !== undefined && { riskClass: data.riskClass }),
  offenceClass: data.offenceClass,
  recidivist: data.recidivist,
  supportUntil: supportUntil(data.releasedOn, settings),
});

/** Day of the month by which information that came on a day is handed down: this month's, or the next one's (AC-D02). */
const forwardBy = (noticeOn: LocalDate, { forwardDay }: AftercareSettings): LocalDate => {
  const inMonthOf = (day: LocalDate): LocalDate => {
    const [named, last] = [`${day.slice(0, 8)}${String(forwardDay).padStart(2, '0')}`, lastOfMonth(day)];
    return named < last ? named : last;
  };
  const due = inMonthOf(noticeOn);
  return noticeOn <= due ? due : inMonthOf(addMonths(`${noticeOn.slice(0, 8)}01`, 1));
};

/** Who is a key person on the day of release has to be collected: so the prison holds, or the bureau. */
export const classify = (sheet: FactSheet): void => {
  const releasedOn = caseDate(sheet, 'releasedOn');
  if (releasedOn === undefined) return;
  const byPrison = theCase(sheet)?.fields['riskClass'] === 'key';
  putCase(sheet, { keyAtRelease: byPrison || keyClassOn(sheet, releasedOn) !== undefined });
};

const released = (sheet: FactSheet, data: Release, reportBy: LocalDate | undefined, settings: AftercareSettings) => {
  putCase(sheet, {
    ...release(data, settings),
    status: 'released',
    origin: 'released',
    resident: theCase(sheet)?.fields['resident'] ?? true,
    linkDueOn: reportBy ?? addDays(data.releasedOn, settings.reportDays),
    unlinkedFrom: data.releasedOn,
    fifthYearOn: addMonths(data.releasedOn, 12 * COHORT_YEARS),
    reoffendedWithin: false,
  });
  classify(sheet);
};

/**
 * Support begins. The office that supports owns the case from here, and with it what happened before, so that those due to be
 * linked and those who are stand in one office.
 */
const enter = (
  sheet: FactSheet,
  data: { readonly officeCode: string; readonly personRef?: string },
  supportedFrom: LocalDate,
  settings: AftercareSettings,
  fields: CaseFields,
): void => {
  putCase(
    sheet,
    { status: 'in-support', supportedFrom, ...fields },
    {
      office: [{ from: supportedFrom, value: data.officeCode }],
      ...(data.personRef !== undefined && { person: data.personRef }),
    },
  );
  putSpell(sheet, 'rated', supportedFrom, 'yes');
  if (theCase(sheet)?.fields['settlementNeed'] === undefined)
    putSpell(sheet, 'settlementNeed', supportedFrom, 'needed');
  oweContact(sheet, supportedFrom, settings);
};

/** From the notice to the link. */
export const releaseFacts: Handlers = {
  'aftercare.PreReleaseNotified': ({ data }, sheet, settings) => {
    const known = theCase(sheet)?.fields;
    const { noticeOn, personRef, sourceKind, riskClass } = data;
    putCase(
      sheet,
      {
        noticeOn: known?.['noticeOn'] ?? noticeOn,
        forwardDueOn: known?.['forwardDueOn'] ?? forwardBy(noticeOn, settings),
        ...(known?.['releasedOn'] === undefined && {
          status: 'forecast',
          origin: 'released',
          sourceKind,
          counted: isCounted(sourceKind, settings),
          riskClass,
          releaseOn: data.expectedReleaseOn,
          resident: known?.['resident'] ?? true,
        }),
      },
      { person: personRef },
    );
  },
  'aftercare.InfoForwarded': ({ data: { forwardedOn, officeCode } }, sheet) =>
    putCase(
      sheet,
      { forwardedOn: caseDate(sheet, 'forwardedOn') ?? forwardedOn },
      { office: [{ from: forwardedOn, value: officeCode }] },
    ),
  'aftercare.InfoVerified': ({ data: { verifiedOn, result } }, sheet) => {
    const notResidentOn = result === 'no-such-person' ? verifiedOn : undefined;
    putCase(sheet, {
      verification: result,
      resident: notResidentOn === undefined,
      notResidentOn,
      unlinkedTo: notResidentOn,
    });
  },
  'aftercare.PrisonerReleased': ({ data }, sheet, settings) => {
    putCase(sheet, {}, { person: data.personRef });
    released(sheet, data, data.reportBy, settings);
  },
  'aftercare.HandedOverFromCorrection': ({ data }, sheet, settings) => {
    putCase(sheet, {}, { person: data.personRef });
    released(sheet, { releasedOn: data.releasedOn, sourceKind: 'correction-released' }, undefined, settings);
  },
  'aftercare.LinkFailed': (event, sheet) => {
    const { recordedFor, reason } = event.data;
    putOfPerson(sheet, event, 'aftercare.link-failure', keyOf(event), { recordedFor, reason });
  },
  'aftercare.AftercareLinked': ({ data }, sheet, settings) => {
    const { linkedOn, mode } = data;
    enter(sheet, data, linkedOn, settings, {
      linkedOn,
      linkMode: mode,
      linkedDueOn: latest(linkedOn, caseDate(sheet, 'linkDueOn')),
      collectedOn: mode === 'collected' ? linkedOn : undefined,
      unlinkedTo: linkedOn,
      resident: true,
      notResidentOn: undefined,
    });
  },
  'aftercare.MovedIn': ({ data }, sheet, settings) =>
    enter(sheet, data, data.movedInOn, settings, {
      ...release(data, settings),
      origin: 'moved-in',
      movedInOn: data.movedInOn,
    }),
  'aftercare.OpeningBalanceImported': ({ data }, sheet, settings) => {
    const { asOfDate, state } = data;
    if (state === 'released') {
      const waiting = { status: state, origin: 'import', unlinkedFrom: asOfDate };
      putCase(sheet, { ...release(data, settings), ...waiting }, { person: data.personRef, office: data.officeCode });
      putSpell(sheet, 'keyClass', asOfDate, data.keyClass);
      return;
    }
    const keyClass = data.keyClass === undefined ? undefined : addSpell([], asOfDate, data.keyClass);
    enter(sheet, data, asOfDate, settings, {
      ...release(data, settings),
      origin: 'import',
      importedOn: asOfDate,
      keyClass,
      ...(data.groupFormedOn !== undefined && { groupFormedOn: data.groupFormedOn, groupedFrom: asOfDate }),
    });
    putSpell(sheet, 'settlement', asOfDate, data.settlementMode);
    putSpell(sheet, 'settlementNeed', asOfDate, needOf(data.settlementNeed, settings));
  },
};

/** Why somebody need not be settled, where the province leaves such persons out; else they need it like all others. */
export const needOf = (
  need: SettlementNeed | undefined,
  { settlementExemptions }: AftercareSettings,
): string | undefined =>
  need === undefined || need === 'needed' || settlementExemptions.includes(need) ? need : 'needed';
