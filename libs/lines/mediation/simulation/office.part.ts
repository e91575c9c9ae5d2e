import { workday } from '#application/simulated-year.js';
import { addDays, latest } from '#kernel/dates.js';
import { type Cast, type Commands, type Round, type Scene, order } from './scene.js';

interface Planned {
  readonly office: string;
  readonly kind: Cast['kind'];
  readonly code: string;
}

/** In every township one committee, two in villages and one in a community; in the county one of each other kind. */
const planned = ({ counts, tools }: Scene): readonly Planned[] => {
  const { offices, bureau } = tools;
  const village = (office: string, at: number): Planned => ({ office, kind: 'village', code: `${office}-V${at}` });
  const usual = offices.flatMap((office): readonly Planned[] => [
    { office, kind: 'township', code: `${office}-T` },
    village(office, 1),
    village(office, 2),
    { office, kind: 'community', code: `${office}-C1` },
  ]);
  const others = (['subdistrict', 'enterprise', 'organisation'] as const).map((kind) => ({
    ...{ office: offices[0] as string, kind, code: `${bureau}-${kind}` },
  }));
  const all = [...usual, ...others];
  const total = counts.has('committees') ? counts.of('committees') : all.length;
  if (total < all.length) throw new RangeError(`committees: ${total}, but ${all.length} are needed`);
  const more = Array.from({ length: total - all.length }, (_, at) =>
    village(offices[at % offices.length] as string, 3 + Math.floor(at / offices.length)),
  );
  return [...all, ...more];
};

type Post = Pick<Planned, 'office' | 'kind' | 'code'> & {
  readonly employment: 'full-time' | 'part-time';
  readonly workplace: 'committee' | 'county-centre';
};

/** Who mediates where: full-time in townships and at the centre as the leaves say, part-time everywhere else. */
const posts = (committees: readonly Planned[], { counts }: Scene): readonly Post[] => {
  const perTownship = counts.of('fullTimeMediatorsPerTownship');
  const base = committees.flatMap((committee): readonly Post[] => {
    const { kind } = committee;
    const partTime = { ...committee, employment: 'part-time', workplace: 'committee' } as const;
    const several = (count: number, workplace: Post['workplace']): readonly Post[] =>
      Array.from({ length: count }, () => ({ ...committee, employment: 'full-time', workplace }) as const);
    if ((kind === 'township' || kind === 'subdistrict') && perTownship > 0) return several(perTownship, 'committee');
    return kind === 'organisation' ? [partTime, ...several(counts.of('centreMediators'), 'county-centre')] : [partTime];
  });
  const total = counts.has('mediators') ? counts.of('mediators') : base.length;
  if (total < base.length) throw new RangeError(`mediators: ${total}, but ${base.length} are needed`);
  const villages = base.filter(({ kind }) => kind === 'village');
  const more = Array.from({ length: total - base.length }, (_, at) => villages[at % villages.length] as Post);
  return [...base, ...more];
};

/** Committees filed before the window, and their mediators; some are trained in it. */
export const committees = async (scene: Scene): Promise<{ casts: readonly Cast[]; commands: Commands }> => {
  const { counts, tools } = scene;
  const { random, from, to: last, id } = tools;
  const known = planned(scene);
  const all = posts(known, scene);
  const trained = counts.of('mediatorsTrained');
  if (trained > all.length) throw new RangeError(`mediatorsTrained: ${trained} of ${all.length} mediators`);
  const people = await Promise.all(all.map((_, at) => tools.person(`mediator ${at + 1}`, { age: 35 + (at % 28) })));
  const filed = known.flatMap(({ office, kind, code }) => {
    const on = { streamId: id('committee', code), office };
    const filedOn = addDays(from, -random.between(60, 700));
    const memberCount = random.pick([3, 5, 5, 7]);
    return [
      order('mediation.CommitteeFiled', on, {
        ...{ filedOn, committeeCode: code, committeeName: `${code}人民调解委员会`, kind },
        ...{ electedOn: addDays(filedOn, -random.between(1, 9)), memberCount, womanCount: random.between(1, 2) },
      }),
      order('mediation.CommitteeReportedToCourt', on, { reportedOn: addDays(filedOn, 10), courtName: '县人民法院' }),
    ];
  });
  const appointed = all.flatMap(({ office, kind, code, employment, workplace }, at) => {
    const on = { streamId: id('mediator', String(at + 1)), office };
    return [
      order('mediation.MediatorAppointed', on, {
        ...{ appointedOn: addDays(from, -random.between(10, 50)), mediatorRef: people[at] as string, employment },
        ...{ committeeCode: code, committeeKind: kind, workplace, elected: employment === 'part-time' },
      }),
      ...(at < trained
        ? [
            order('mediation.MediatorTrained', on, {
              ...{ trainedOn: workday(tools, from, last), courseName: '人民调解员年度培训', hours: '16' },
            }),
          ]
        : []),
    ];
  });
  const casts = known.map(({ office, kind, code: committeeCode }) => ({
    ...{ office, kind, committeeCode },
    mediators: people.filter((_, at) => all[at]?.code === committeeCode),
  }));
  return { casts, commands: [...filed, ...appointed] };
};

/** Days of the screenings that are held, planned ones first, so that disputes can be found by them. */
export const rounds = ({ counts, tools }: Scene): readonly Round[] =>
  Array.from({ length: counts.of('screeningsHeld') }, (_, at) => ({
    streamId: tools.id('screening', String(at + 1)),
    office: tools.random.pick(tools.offices),
    heldOn: workday(tools, tools.from, tools.to),
    found: 0,
  }));

/** Screenings: planned and held, planned and left, and beyond the plan. */
export const screenings = ({ counts, tools }: Scene, held: readonly Round[]): Commands => {
  const { random, from, to: last, id } = tools;
  const plans = counts.of('screeningsPlanned');
  return Array.from({ length: Math.max(plans, held.length) }, (_, at) => {
    const round = held[at];
    const office = round?.office ?? random.pick(tools.offices);
    const on = { streamId: round?.streamId ?? id('screening', String(at + 1)), office };
    const kind = random.pick(['routine', 'routine', 'special', 'key-period'] as const);
    const areaCount = random.between(4, 16);
    const area = '辖区各村（社区）';
    const heldOn = round?.heldOn ?? workday(tools, from, last);
    const plannedFor = latest(heldOn, random.date(heldOn, last)) as string;
    return [
      ...(at < plans
        ? [order('mediation.ScreeningPlanned', on, { plannedOn: from, plannedFor, kind, area, areaCount })]
        : []),
      ...(round === undefined
        ? []
        : [order('mediation.ScreeningHeld', on, { heldOn, kind, area, areaCount, foundCount: round.found })]),
    ];
  }).flat();
};
