import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, documentNumbers, evenly, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, addMonths, earliest, firstOfMonth, lastOfMonth, latest } from '#kernel/dates.js';
import { order, villageCode } from './orders.js';

const DUTIES = ['on-call', 'visit', 'lecture', 'article'] as const;
const LEVELS = ['national', 'provincial', 'city', 'county'] as const;

/** Villages there are, listed before the window, and the titles some of them are given. */
export const villages = (counts: LeafCounts, tools: SimulationTools): readonly SimulatedCommand[] => {
  const { random, from, to, offices, id, yearStart } = tools;
  const awarded = counts.of('demoVillagesAwarded');
  if (counts.has('villages')) {
    counts.rest('villages', 'villagesCovered');
    counts.rest('villages', 'demoVillagesAwarded');
    counts.rest('villages', 'villageCounsels');
  }
  const many = counts.has('villages') ? counts.of('villages') : Math.max(counts.of('villagesCovered'), awarded);
  const docNo = documentNumbers(yearStart.slice(0, 4));
  return Array.from({ length: many }, (_, at) => {
    const where = { streamId: id('unit', String(at)), office: offices[at % offices.length] ?? random.pick(offices) };
    const listedOn = addDays(from, -random.between(30, 900));
    const commands = [
      order('publicity.UnitListed', where, { listedOn, unitKind: 'village', unitCode: villageCode(tools, at) }),
    ];
    if (at >= awarded) return commands;
    const award = { awardedOn: workday(tools, from, to), level: LEVELS[at % 4] ?? 'county', docNo: docNo('法治示范') };
    return [...commands, order('publicity.DemoVillageAwarded', where, award)];
  }).flat();
};

/** Counsels in post all year, their duties month by month, kind by kind. */
export const counsels = async (counts: LeafCounts, tools: SimulationTools): Promise<readonly SimulatedCommand[]> => {
  const { random, from, to, offices, id } = tools;
  const many = counts.of('villageCounsels');
  if (many === 0 && counts.of('counselDuties') > 0)
    throw new RangeError(`counselDuties: ${counts.of('counselDuties')} of no counsel`);
  const months: LocalDate[] = [];
  for (let month = firstOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month);
  const people = await Promise.all(
    Array.from({ length: many }, (_, at) => tools.person(`counsel ${at + 1}`, { age: 30 + (at % 30) })),
  );
  const duties = evenly(counts.of('counselDuties'), many);
  return people.flatMap((counselRef, at) => {
    const where = { streamId: id('counsel', String(at)), office: offices[at % offices.length] ?? random.pick(offices) };
    const appointedOn = workday(tools, addDays(from, -200), addDays(from, -1));
    const termTo = addMonths(lastOfMonth(to), 6);
    const appointment = { appointedOn, villageCode: villageCode(tools, at), counselRef, termTo };
    return [
      order('publicity.CounselAppointed', where, appointment),
      ...Array.from({ length: duties[at] ?? 0 }, (_, nth) => {
        const month = months[Math.floor(nth / DUTIES.length) % months.length] ?? from;
        const doneOn = workday(tools, latest(month, from) ?? from, earliest(lastOfMonth(month), to) ?? to);
        return order('publicity.CounselDutyDone', where, { doneOn, duty: DUTIES[nth % DUTIES.length] ?? 'visit' });
      }),
    ];
  });
};

/** Places of legal culture accepted in the window and opened soon after. */
export const culturePlaces = (counts: LeafCounts, tools: SimulationTools): readonly SimulatedCommand[] => {
  const { random, from, to, offices, id } = tools;
  const scenes = counts.of('cultureScenes');
  const many = counts.has('culturePlaces') ? counts.of('culturePlaces') : Math.min(scenes, 1);
  if (scenes > 0 && many === 0) throw new RangeError(`cultureScenes: ${scenes} in no place`);
  return evenly(scenes, many).flatMap((own, at) => {
    const where = { streamId: id('place', String(at)), office: random.pick(offices) };
    const acceptedOn = workday(tools, from, to);
    const openedOn = addDays(acceptedOn, random.between(3, 30));
    const place = { acceptedOn, placeName: at === 0 ? '法治文化公园' : `法治文化广场（${at}）`, scenes: own };
    return [
      order('publicity.CulturePlaceBuilt', where, { ...place, area: String(random.between(300, 9000)) }),
      ...(openedOn > to ? [] : [order('publicity.CulturePlaceOpened', where, { openedOn })]),
    ];
  });
};
