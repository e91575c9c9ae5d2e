import type { SimulationTools } from '#application/case-binding.js';
import { documentNumbers, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, addMonths, earliest } from '#kernel/dates.js';
import type { Counts } from './counts.js';
import { type Commands, at, order } from './orders.js';
import { type Person, REPORT_DAYS } from './people.js';

/** Next number of a series of documents of a year. */
type Numbers = (series: string, on: LocalDate) => string;

const numbersByYear = (): Numbers => {
  const years = new Map<string, ReturnType<typeof documentNumbers>>();
  return (series, on) => {
    const year = on.slice(0, 4);
    const next = years.get(year) ?? documentNumbers(year);
    years.set(year, next);
    return next(series);
  };
};

const releaseOf = (person: Person, numbers: Numbers) =>
  ({
    personRef: person.personRef,
    sourceKind: person.fromPrison ? 'prison' : 'detention-house',
    releasedOn: person.releasedOn,
    certificateNo: numbers(person.fromPrison ? '狱释' : '看释', person.releasedOn),
    riskClass: person.keyOnRelease ? 'key' : 'general',
  }) as const;

const imported = (person: Person, { from, random }: SimulationTools, numbers: Numbers): Commands => {
  const { releasedOn, settlement, need } = person;
  const linkedOn = addDays(releasedOn, random.between(0, REPORT_DAYS));
  return [
    order('aftercare.OpeningBalanceImported', at(person), {
      asOfDate: addDays(from, -1),
      state: 'in-support',
      ...releaseOf(person, numbers),
      linkedOn,
      officeCode: person.office,
      ...(person.grouped && { groupFormedOn: addDays(linkedOn, random.between(0, 7)) }),
      ...(person.keyClass !== undefined && { keyClass: person.keyClass }),
      ...(settlement !== undefined && { settlementMode: settlement }),
      ...(need !== 'needed' && { settlementNeed: need }),
      sourceSystem: '省安置帮教信息管理系统',
    }),
  ];
};

const movedIn = (person: Person, { bureau, random }: SimulationTools, numbers: Numbers): Commands => [
  order('aftercare.MovedIn', at(person), {
    movedInOn: person.supportedFrom as LocalDate,
    ...releaseOf(person, numbers),
    fromBureauCode: neighbour(bureau, random.between(1, 12)),
    officeCode: person.office,
  }),
];

/** The prison's notice, handed down and verified; not where it would have come before the window. */
const noticed = (person: Person, { from, random }: SimulationTools, numbers: Numbers): Commands => {
  const noticeOn = addDays(person.releasedOn, -random.between(33, 45));
  if (!person.fromPrison || noticeOn < from) return [];
  const forwardedOn = addDays(noticeOn, random.between(1, 6));
  return [
    order('aftercare.PreReleaseNotified', at(person), {
      noticeOn,
      noticeNo: numbers('释通', noticeOn),
      personRef: person.personRef,
      sourceKind: 'prison',
      prisonName: random.pick(['省第一监狱', '省第二监狱', '省女子监狱']),
      expectedReleaseOn: person.releasedOn,
      riskClass: person.keyOnRelease ? 'key' : 'general',
    }),
    order('aftercare.InfoForwarded', at(person), { forwardedOn, officeCode: person.office }),
    ...(person.resident
      ? [
          order('aftercare.InfoVerified', at(person), {
            verifiedOn: addDays(forwardedOn, random.between(1, 12)),
            result: 'confirmed',
          }),
        ]
      : []),
  ];
};

const released = (person: Person, tools: SimulationTools, numbers: Numbers): Commands => {
  const { random, to } = tools;
  const { releasedOn, supportedFrom } = person;
  const reportBy = addDays(releasedOn, REPORT_DAYS);
  const soon = earliest(addDays(reportBy, random.between(1, 12)), to) as LocalDate;
  return [
    ...noticed(person, tools, numbers),
    order('aftercare.PrisonerReleased', at(person), {
      ...releaseOf(person, numbers),
      sentenceFrom: addMonths(releasedOn, -random.between(7, 140)),
      reportBy,
      offenceClass: random.pick(['property', 'property', 'social-order', 'personal-rights', 'public-safety']),
    }),
    ...(person.resident
      ? []
      : [order('aftercare.InfoVerified', at(person), { verifiedOn: soon, result: 'no-such-person' })]),
    ...(person.failed
      ? [
          order('aftercare.LinkFailed', at(person), {
            recordedFor: soon,
            reason: random.pick(['whereabouts-unknown', 'left-the-area', 'refused']),
          }),
        ]
      : []),
    ...(supportedFrom === undefined
      ? []
      : [
          order('aftercare.AftercareLinked', at(person), {
            linkedOn: supportedFrom,
            mode: person.collected ? 'collected' : random.pick(['reported', 'reported', 'fetched-by-family']),
            officeCode: person.office,
          }),
        ]),
  ];
};

const WAYS_IN = { imported, released, 'moved-in': movedIn } as const;

/** How everybody comes: taken over, released, moved in. */
export const arrivals = (people: readonly Person[], tools: SimulationTools): Commands => {
  const numbers = numbersByYear();
  return people.flatMap((person) => WAYS_IN[person.entry](person, tools, numbers));
};

/** Those released from correction, who wait for the link. */
export const handOvers = (counts: Counts, tools: SimulationTools): Promise<Commands> =>
  Promise.all(
    Array.from({ length: counts.of('handedOver') }, async (_, place) => {
      const key = `handed-over-${place + 1}`;
      const to = { streamId: tools.id('case', key), office: tools.random.pick(tools.offices) };
      const releasedOn = workday(tools, tools.from, tools.to);
      return order('aftercare.HandedOverFromCorrection', to, {
        releasedOn,
        personRef: await tools.person(`aftercare ${key}`),
        sourceRecordId: tools.id('correction', key),
      });
    }),
  );

/** Some other county of the province. */
export const neighbour = (bureau: string, step: number): string =>
  `${bureau.slice(0, 2)}${String(((Number(bureau.slice(2, 4)) + step) % 13) + 1).padStart(2, '0')}21`;
