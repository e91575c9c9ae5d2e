import { type Fact, type FactSheet, type Spell, addSpell } from '#application/facts.js';
import { keyOf } from '#application/fact-tables.js';
import { type LocalDate, latest } from '#kernel/dates.js';
import {
  type CaseFields,
  type Handlers,
  NOT_KEY,
  caseDate,
  put,
  putCase,
  putOfPerson,
  putSpell,
  theCase,
} from './case-sheet.js';
import { meetContact, moveContact, oweNoContact, rescheduleContact } from './contact-duties.js';
import { classify, needOf } from './release.facts.js';

const spellsOf = (office: Fact['office'] | undefined): readonly Spell[] =>
  office === undefined || typeof office === 'string' ? [] : office;

/**
 * The move of one day as two rows, what one office lost and the other won. A second move of the day replaces the first, and
 * none is left where the case ends the day where it began it.
 */
const recordMove = (sheet: FactSheet, movedOn: LocalDate, office: readonly Spell[]): void => {
  const [from, to] = office.slice(-2);
  const { person, fields } = theCase(sheet) ?? {};
  for (const [direction, spell] of [['out', from] as const, ['in', to] as const]) {
    const key = `${movedOn}:${direction}`;
    if (to?.from !== movedOn || spell === undefined) sheet.remove('aftercare.reassignment', key);
    else
      put(
        sheet,
        'aftercare.reassignment',
        key,
        { counted: fields?.['counted'], movedOn, direction },
        { office: spell.value, ...(person !== undefined && { person }) },
      );
  }
};

const leave = (sheet: FactSheet, supportedTo: LocalDate, fields: CaseFields): void => {
  putCase(sheet, { supportedTo, ...fields });
  oweNoContact(sheet, supportedTo);
};

/** Support, settlement, and the end. */
export const supportFacts: Handlers = {
  'aftercare.OfficeReassigned': ({ data: { reassignedOn, officeCode } }, sheet) => {
    const office = addSpell(spellsOf(theCase(sheet)?.office), reassignedOn, officeCode);
    putCase(sheet, {}, { office });
    recordMove(sheet, reassignedOn, office);
    moveContact(sheet);
  },
  'aftercare.SupportGroupFormed': ({ data: { formedOn } }, sheet) => {
    const groupFormedOn = caseDate(sheet, 'groupFormedOn') ?? formedOn;
    putCase(sheet, { groupFormedOn, groupedFrom: latest(groupFormedOn, caseDate(sheet, 'supportedFrom')) });
  },
  'aftercare.SupportContactMade': (event, sheet, settings) => {
    const { contactOn, kind, situation, outcome } = event.data;
    putOfPerson(sheet, event, 'aftercare.contact', keyOf(event), { contactOn, kind, situation, outcome });
    meetContact(sheet, contactOn, settings);
  },
  'aftercare.SettlementNeedAssessed': ({ data: { assessedOn, need } }, sheet, settings) =>
    putSpell(sheet, 'settlementNeed', assessedOn, needOf(need, settings)),
  'aftercare.SettlementArranged': ({ data: { arrangedOn, mode } }, sheet) =>
    putSpell(sheet, 'settlement', arrangedOn, mode),
  'aftercare.SettlementLost': ({ data: { lostOn } }, sheet) => putSpell(sheet, 'settlement', lostOn, 'none'),
  'aftercare.AidGiven': (event, sheet) => {
    const { givenOn, kind, beneficiaryCount, amount } = event.data;
    putOfPerson(sheet, event, 'aftercare.aid', keyOf(event), { givenOn, kind, beneficiaryCount, amount });
  },
  'aftercare.KeyStatusSet': ({ data: { setOn, keyClass } }, sheet, settings) => {
    putSpell(sheet, 'keyClass', setOn, keyClass);
    if (caseDate(sheet, 'releasedOn') === setOn) classify(sheet);
    rescheduleContact(sheet, setOn, settings);
  },
  'aftercare.KeyStatusCleared': ({ data: { clearedOn } }, sheet, settings) => {
    putSpell(sheet, 'keyClass', clearedOn, NOT_KEY);
    if (caseDate(sheet, 'releasedOn') === clearedOn) classify(sheet);
    rescheduleContact(sheet, clearedOn, settings);
  },
  'aftercare.DualListingSet': ({ data: { setOn, place } }, sheet, { dualListedAtDomicileRated }) => {
    putSpell(sheet, 'dualListed', setOn, place);
    putSpell(sheet, 'rated', setOn, place === 'residence' || dualListedAtDomicileRated ? 'yes' : 'no');
  },
  'aftercare.DualListingLifted': ({ data: { liftedOn } }, sheet) => {
    putSpell(sheet, 'dualListed', liftedOn, 'none');
    putSpell(sheet, 'rated', liftedOn, 'yes');
  },
  'aftercare.WentMissing': ({ data: { missingOn } }, sheet) => putSpell(sheet, 'whereabouts', missingOn, 'missing'),
  'aftercare.Found': ({ data: { foundOn } }, sheet) => putSpell(sheet, 'whereabouts', foundOn, 'known'),
  'aftercare.Reoffended': (event, sheet) => {
    const { convictionEffectiveOn, offenceCommittedOn, offenceClass } = event.data;
    const fields = { convictionEffectiveOn, offenceCommittedOn, offenceClass };
    putOfPerson(sheet, event, 'aftercare.reoffence', keyOf(event), fields);
    const fifthYearOn = caseDate(sheet, 'fifthYearOn');
    if (fifthYearOn !== undefined && offenceCommittedOn < fifthYearOn) putCase(sheet, { reoffendedWithin: true });
  },
  'aftercare.MovedOut': ({ data: { movedOutOn } }, sheet) =>
    leave(sheet, movedOutOn, { movedOutOn, status: 'moved-out' }),
  'aftercare.SupportEnded': ({ data: { endedOn, kind } }, sheet) =>
    leave(sheet, endedOn, { endedOn, endKind: kind, status: 'ended' }),
};
