import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, earliest, latest } from '#kernel/dates.js';
import { neighbour } from './arrivals.part.js';
import { type Commands, at, order } from './orders.js';
import { type Person, someDay, span, stillThere } from './people.js';

/** Group, contacts, settlement and whatever else the year brings somebody in support. */
export const support = (people: readonly Person[], tools: SimulationTools): Commands =>
  people.flatMap((person) => [
    ...settledIn(person, tools),
    ...contacts(person, tools),
    ...turns(person, tools),
    ...end(person, tools),
  ]);

/** What the opening balance says of those it brings is done for the others in their first weeks. */
const settledIn = (person: Person, tools: SimulationTools): Commands => {
  const { random } = tools;
  const { first, last } = span(person, tools);
  if (person.entry === 'imported') return lostSettlement(person, tools);
  const soon = (most: number): LocalDate => earliest(addDays(first, random.between(0, most)), last) as LocalDate;
  const { settlement, need, keyClass, releasedOn } = person;
  return [
    ...(person.grouped
      ? [
          order('aftercare.SupportGroupFormed', at(person), {
            formedOn: soon(7),
            members: [{ role: 'justice-office' }, { role: 'village-committee' }, { role: 'family' }],
          }),
        ]
      : []),
    ...(need === 'needed'
      ? []
      : [order('aftercare.SettlementNeedAssessed', at(person), { assessedOn: soon(20), need })]),
    ...(settlement === undefined
      ? []
      : [order('aftercare.SettlementArranged', at(person), { arrangedOn: soon(60), mode: settlement })]),
    ...(keyClass === undefined
      ? []
      : [
          order('aftercare.KeyStatusSet', at(person), {
            setOn: latest(soon(10), addDays(releasedOn, 1)) as LocalDate,
            keyClass,
          }),
        ]),
  ];
};

/** Some of those who are not settled had work and lost it. */
const lostSettlement = (person: Person, tools: SimulationTools): Commands => {
  if (person.settlement !== undefined || person.need !== 'needed' || tools.random.next() > 0.3) return [];
  const { first, last } = span(person, tools);
  const arrangedOn = workday(tools, first, last);
  return [
    order('aftercare.SettlementArranged', at(person), { arrangedOn, mode: 'hired' }),
    order('aftercare.SettlementLost', at(person), { lostOn: workday(tools, arrangedOn, last), reason: '劳动合同终止' }),
  ];
};

const contacts = (person: Person, tools: SimulationTools): Commands =>
  Array.from({ length: person.contacts }, () =>
    order('aftercare.SupportContactMade', at(person), {
      contactOn: someDay(person, tools),
      kind: tools.random.pick(['visit', 'visit', 'phone', 'phone', 'came-in', 'video']),
      situation: tools.random.pick(['stable', 'stable', 'stable', 'stable', 'wavering']),
    }),
  );

const turns = (person: Person, tools: SimulationTools): Commands => {
  const { bureau, offices, random } = tools;
  const { missingOn } = person;
  const moves = stillThere(person) && person.entry === 'imported' && offices.length > 1 && random.next() < 0.006;
  return [
    ...(person.dualListed
      ? [
          order('aftercare.DualListingSet', at(person), {
            setOn: someDay(person, tools),
            place: random.pick(['domicile', 'residence']),
            otherBureauCode: neighbour(bureau, random.between(1, 12)),
          }),
        ]
      : []),
    ...(moves
      ? [
          order('aftercare.OfficeReassigned', at(person), {
            reassignedOn: someDay(person, tools),
            officeCode: random.pick(offices.filter((office) => office !== person.office)),
            reason: '居住地变更',
          }),
        ]
      : []),
    ...(missingOn === undefined ? [] : [order('aftercare.WentMissing', at(person), { missingOn })]),
    ...(person.reoffended ? [reoffence(person, tools)] : []),
  ];
};

const reoffence = (person: Person, tools: SimulationTools): SimulatedCommand => {
  const convictionEffectiveOn = someDay(person, tools);
  const offenceCommittedOn = latest(person.releasedOn, addDays(convictionEffectiveOn, -tools.random.between(45, 160)));
  return order('aftercare.Reoffended', at(person), {
    convictionEffectiveOn,
    offenceCommittedOn: offenceCommittedOn as LocalDate,
    offenceClass: tools.random.pick(['property', 'social-order', 'personal-rights']),
  });
};

const end = (person: Person, { bureau, random }: SimulationTools): Commands => {
  const { exit } = person;
  if (exit === undefined) return [];
  return exit.kind === 'moved-out'
    ? [
        order('aftercare.MovedOut', at(person), {
          movedOutOn: exit.on,
          toBureauCode: neighbour(bureau, random.between(1, 12)),
        }),
      ]
    : [order('aftercare.SupportEnded', at(person), { endedOn: exit.on, kind: exit.kind })];
};
