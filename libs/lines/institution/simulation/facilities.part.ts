import type { CaseBinding, LeafMeaning, SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { leavesOf } from '#application/case-file.js';
import { LeafCounts, workday } from '#application/simulated-year.js';
import { addDays } from '#kernel/dates.js';
import type { IndicatorCode } from '../indicators/index.js';
import { dayWithin, inTurn, order, times, yearOf } from './scene.js';

type Meaning = IndicatorCode | { readonly indicator: IndicatorCode; readonly where: { readonly kind: string } };
const meanings = (leaves: Readonly<Record<string, Meaning>>): Readonly<Record<string, LeafMeaning>> => leaves;

/** Kinds of equipment: the leaf of those installed in the year, and of those that stand there at its end. */
const EQUIPMENT = [
  ['camera', 'camerasInstalled', 'cameras'],
  ['pickup', 'pickupsInstalled', 'pickups'],
  ['terminal', 'terminalsInstalled', 'terminals'],
  ['recorder', 'recordersInstalled', 'recorders'],
] as const;

const ROOMS = ['接收室', '宣告室', '检察官办公室', '保密档案室', '教育培训室', '心理咨询室', '指挥监控室'];

/** Days between two jobs of one lot. */
const ROOM = 30;

/** Shares a total out evenly, whole numbers only. */
const share = (total: number, among: number, at: number): number =>
  Math.floor((total * (at + 1)) / among) - Math.floor((total * at) / among);

/** Equipment installed and retired in the year, function rooms opened in it. */
export const facilities: CaseBinding = {
  section: 'facilities',
  leaves: meanings({
    camerasInstalled: 'IN-13-cameras',
    pickupsInstalled: 'IN-13-pickups',
    terminalsInstalled: 'IN-13-terminals',
    recordersInstalled: 'IN-13-recorders',
    otherInstalled: 'IN-13-other',
    otherRetired: 'IN-14-retired',
    roomsOpened: 'IN-16-opened',
  }),
  simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    counts.rest('otherInstalled', 'otherRetired');
    const kinds = [...EQUIPMENT.map(([kind, leaf]) => [kind, leaf] as const), ['other', 'otherInstalled'] as const];
    return [
      ...kinds.flatMap(([kind, leaf]) => install(kind, counts.of(leaf), tools)),
      ...retire(counts, tools),
      ...times(counts.of('roomsOpened')).map((at) =>
        open('function-room', '本年', at, { openedOn: workday(tools, tools.from, tools.to), area: '40' }, tools),
      ),
    ];
  },
};

type Kind = (typeof EQUIPMENT)[number][0] | 'other';

/** Up to one lot an office. */
const install = (kind: Kind, total: number, tools: SimulationTools): readonly SimulatedCommand[] => {
  const lots = Math.min(total, tools.offices.length);
  return times(lots).map((at) => {
    const office = inTurn(tools.offices, at);
    const to = { streamId: tools.id('asset', kind, String(at + 1)), office };
    const installedOn = dayWithin(tools, 0, ROOM);
    const quantity = share(total, lots, at);
    return order('institution.AssetInstalled', to, { installedOn, kind, quantity, place: `司法所（${office}）` });
  });
};

/** Comes off the first lots, on the last day, when all of them stand there. */
const retire = (counts: LeafCounts, tools: SimulationTools): readonly SimulatedCommand[] => {
  const total = counts.of('otherInstalled');
  const lots = Math.min(total, tools.offices.length);
  let left = counts.of('otherRetired');
  return times(lots).flatMap((at) => {
    const quantity = Math.min(left, share(total, lots, at));
    left -= quantity;
    if (quantity === 0) return [];
    const to = { streamId: tools.id('asset', 'other', String(at + 1)), office: inTurn(tools.offices, at) };
    const retired = { retiredOn: tools.to, quantity, wasInstalled: true, reason: 'replaced' } as const;
    return [order('institution.AssetRetired', to, retired)];
  });
};

const open = (
  kind: 'function-room' | 'correction-centre',
  when: string,
  at: number,
  { openedOn, area }: { readonly openedOn: string; readonly area: string },
  tools: SimulationTools,
): SimulatedCommand => {
  const to = { streamId: tools.id('facility', kind, when, String(at + 1)), office: tools.bureau };
  const title = kind === 'function-room' ? inTurn(ROOMS, at) : '智慧矫正中心';
  const place = `${yearOf(tools)}${when}第${Math.floor(at / ROOMS.length) + 1}办公区`;
  return order('institution.FacilityOpened', to, { openedOn, kind, title, place, area });
};

/**
 * What stands there at the end of the year: what the year itself brought, and the rest from before it.
 * @throws RangeError when the year brought more than stands there at its end
 */
export const standingFacilities: CaseBinding = {
  section: 'establishment.facilities',
  leaves: meanings({
    functionRooms: 'IN-16-function-rooms',
    smartCentreArea: 'IN-17-centres',
    ...Object.fromEntries(
      EQUIPMENT.map(([kind, , leaf]) => [leaf, { indicator: 'IN-13-in-use', where: { kind } } as const]),
    ),
  }),
  simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    const brought = new LeafCounts(Object.assign({}, ...tools.files.map((file) => leavesOf(file).get('facilities'))));
    const before = (leaf: string, year: string): number => {
      if (!counts.has(leaf)) return 0;
      const rest = counts.of(leaf) - brought.of(year);
      if (rest < 0) throw new RangeError(`facilities.${year} is more than ${leaf} (${counts.of(leaf)})`);
      return rest;
    };
    const area = counts.of('smartCentreArea');
    return [
      ...EQUIPMENT.flatMap(([kind, year, leaf]) => {
        const quantity = before(leaf, year);
        if (quantity === 0) return [];
        const to = { streamId: tools.id('asset', kind, 'opening'), office: tools.bureau };
        const opening = { asOfDate: addDays(tools.from, -1), kind, quantity, installedCount: quantity };
        return [order('institution.OpeningBalanceImported', to, opening)];
      }),
      ...times(before('functionRooms', 'roomsOpened')).map((at) =>
        open('function-room', '以前', at, { openedOn: addDays(tools.from, -90 - 7 * at), area: '40' }, tools),
      ),
      ...(area === 0
        ? []
        : [
            open(
              'correction-centre',
              '以前',
              0,
              { openedOn: addDays(tools.from, -tools.random.between(100, 900)), area: String(area) },
              tools,
            ),
          ]),
    ];
  },
};

const UNITS = [
  ['sections', 'section', '股'],
  ['justiceOffices', 'justice-office', '司法所'],
  ['institutions', 'public-institution', '中心'],
  ['legalAidCentres', 'legal-aid-centre', '法律援助中心'],
  ['forensicInstitutes', 'forensic-institution', '司法鉴定所'],
  ['lawFirms', 'law-firm', '律师事务所'],
  ['legalServiceOffices', 'legal-service-office', '法律服务所'],
] as const;

/** Units, which are older than the year they are counted in. */
export const organisation: CaseBinding = {
  section: 'establishment.organisation',
  leaves: meanings({
    sections: 'IN-15-sections',
    justiceOffices: 'IN-15-justice-offices',
    institutions: 'IN-15-public-institutions',
    legalAidCentres: 'IN-15-legal-aid-centres',
    forensicInstitutes: 'IN-15-forensic',
    lawFirms: 'IN-15-law-firms',
    legalServiceOffices: 'IN-15-legal-service',
  }),
  simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    return UNITS.flatMap(([leaf, kind, suffix]) =>
      times(counts.of(leaf)).map((at) => {
        const to = { streamId: tools.id('unit', kind, String(at + 1)), office: tools.bureau };
        const establishedOn = addDays(tools.from, -tools.random.between(400, 3000));
        const unitCode = `${tools.bureau}-${yearOf(tools)}-${kind}-${at + 1}`;
        return order('institution.UnitEstablished', to, {
          establishedOn,
          kind,
          unitCode,
          unitName: `第${at + 1}${suffix}`,
        });
      }),
    );
  },
};
