import type { SimulationTools } from '#application/case-binding.js';
import { ordersOf, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import { type DataOfEvent, type ReconsiderationEvent, events } from '../domain/events/index.js';

export const order = ordersOf<ReconsiderationEvent>(events);

/** What every part of the simulated year works on. */
export interface Scene {
  readonly tools: SimulationTools;
  /** Next number of a series of documents: `县政复决〔2022〕7号`. */
  readonly docNo: (series: string) => string;
}

type Application = DataOfEvent<'reconsideration.ReconsiderationApplied'>;

const MATTERS = [
  ['penalty', 'police', '公(治)行罚决字'],
  ['penalty', 'market', '市监处罚'],
  ['open-information', 'natural-resources', '信息公开答复'],
  ['work-injury', 'labour', '人社工伤认字'],
  ['expropriation', 'construction', '征补决字'],
  ['complaint-handling', 'market', '举报答复'],
] as const;

/** A workday between two days counted from a third, both included, not after the window. */
export const between = ({ tools }: Scene, start: LocalDate, least: number, most: number): LocalDate =>
  workday(tools, addDays(start, least), addDays(start, most) < tools.to ? addDays(start, most) : tools.to);

/**
 * A workday of the window from so many days to so many days before its end.
 * @throws RangeError where the window is too short for it
 */
export const beforeEnd = ({ tools }: Scene, most: number, least: number): LocalDate => {
  const [first, last] = [addDays(tools.to, -most), addDays(tools.to, -least)];
  const start = first < tools.from ? tools.from : first;
  if (start > last) throw new RangeError(`the window is too short: nothing can begin ${least} days before its end`);
  return workday(tools, start, last);
};

/** Who applies against what. */
export const matterOf = (scene: Scene, personRef: string, receivedOn: LocalDate) => {
  const [actKind, field, series] = scene.tools.random.pick(MATTERS);
  const firm = scene.tools.random.next() < 0.2;
  const applicants: Application['applicants'] = firm
    ? [{ kind: 'legal-person', firmName: `${scene.docNo('申请企业')}公司` }]
    : [{ kind: 'citizen', personRef }];
  return {
    applicants,
    applicantCount: 1,
    respondentKind: 'county-department',
    respondentCode: `${scene.tools.bureau}-${field}`,
    actKind,
    field,
    actDocNo: scene.docNo(series),
    actKnownOn: addDays(receivedOn, -scene.tools.random.between(5, 50)),
    receivedOn,
  } as const;
};

/** The application itself. */
export const applicationOf = (scene: Scene, personRef: string, receivedOn: LocalDate): Application => {
  const matter = matterOf(scene, personRef, receivedOn);
  return {
    ...matter,
    channel: scene.tools.random.pick(['in-person', 'in-person', 'post', 'online']),
    remedyInformed: true,
    immovables: false,
    requests: ['撤销被申请人作出的行政行为'],
    compensationClaimed: false,
    normReview: false,
    enterpriseRelated: matter.applicants[0]?.kind !== 'citizen',
    mandatoryPrior: matter.actKind === 'open-information',
  };
};
