import { type Progress, allOf, defineProcedure, lastOf, newestOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import type { PublicitySettings } from '../settings.js';
import {
  type DataOfEvent,
  type MaterialEvent,
  type MediaEvent,
  type PlaceEvent,
  type UnitEvent,
  materialEvents,
  mediaEvents,
  placeEvents,
  unitEvents,
} from './events.js';
import { refuse } from './rejections.js';

const copiesOf = (items: readonly { readonly copies: number }[]): number =>
  items.reduce((sum, { copies }) => sum + copies, 0);

/**
 * One printed thing (宣传资料).
 * @rejects publicity.other-material    a reprint of another title or kind
 * @rejects publicity.copies-not-there  more handed out than was printed by then
 */
export const material = defineProcedure<MaterialEvent, 'printed', PublicitySettings>({
  type: 'publicity.material',
  events: materialEvents,
  steps: {
    none: ['publicity.MaterialPrinted'],
    printed: ['publicity.MaterialPrinted', 'publicity.MaterialDistributed'],
  },
  becomes: { 'publicity.MaterialPrinted': 'printed' },
  rules: {
    'publicity.MaterialPrinted': ({ kind, title }, state) => {
      const first = lastOf(state, 'publicity.MaterialPrinted');
      return first === undefined || (first.kind === kind && first.title === title)
        ? accept
        : refuse('publicity.other-material', 'kind', 'title');
    },
    'publicity.MaterialDistributed': ({ copies }, state) => {
      const printed = copiesOf(allOf(state, 'publicity.MaterialPrinted'));
      const distributed = copiesOf(allOf(state, 'publicity.MaterialDistributed'));
      return distributed + copies > printed ? refuse('publicity.copies-not-there', 'copies') : accept;
    },
  },
});

/** One release in the media (媒体宣传). */
export const media = defineProcedure<MediaEvent, 'published', PublicitySettings>({
  type: 'publicity.media',
  events: mediaEvents,
  steps: { none: ['publicity.MediaPublished'], published: [] },
  becomes: { 'publicity.MediaPublished': 'published' },
});

/** A place of legal culture (法治文化阵地): built, in use, closed. */
export const place = defineProcedure<PlaceEvent, 'built' | 'in-use' | 'closed', PublicitySettings>({
  type: 'publicity.place',
  events: placeEvents,
  steps: {
    none: ['publicity.CulturePlaceBuilt'],
    built: ['publicity.CulturePlaceOpened', 'publicity.CulturePlaceClosed'],
    'in-use': ['publicity.CulturePlaceClosed'],
    closed: [],
  },
  becomes: {
    'publicity.CulturePlaceBuilt': 'built',
    'publicity.CulturePlaceOpened': 'in-use',
    'publicity.CulturePlaceClosed': 'closed',
  },
});

type Unit = Progress<UnitEvent, 'listed' | 'dissolved'>;

/** The award a village holds of a level, if it was not taken back since. */
const awardOf = ({ past }: Unit, level: DataOfEvent<'publicity.DemoVillageAwarded'>['level']) => {
  const ofLevel = past.filter((event) => 'level' in event.data && event.data.level === level);
  const newest = newestOf({ past: ofLevel }, 'publicity.DemoVillageAwarded', 'publicity.DemoVillageRevoked');
  return newest?.type === 'publicity.DemoVillageAwarded' ? newest.data : undefined;
};

/**
 * What coverage is counted by (村、社区、乡镇、学校、单位), and the title 民主法治示范村(社区).
 * @rejects publicity.not-a-village    only villages and communities hold the title
 * @rejects publicity.already-awarded  held at this level by another document
 * @rejects publicity.not-awarded      nothing to take back
 */
export const unit = defineProcedure<UnitEvent, 'listed' | 'dissolved', PublicitySettings>({
  type: 'publicity.unit',
  events: unitEvents,
  steps: {
    none: ['publicity.UnitListed'],
    listed: ['publicity.DemoVillageAwarded', 'publicity.DemoVillageRevoked', 'publicity.UnitDissolved'],
    dissolved: [],
  },
  becomes: { 'publicity.UnitListed': 'listed', 'publicity.UnitDissolved': 'dissolved' },
  rules: {
    'publicity.DemoVillageAwarded': ({ level, docNo }, state) => {
      if (lastOf(state, 'publicity.UnitListed')?.unitKind !== 'village') return refuse('publicity.not-a-village');
      const award = awardOf(state, level);
      if (award === undefined) return accept;
      return award.docNo === docNo ? nothing : refuse('publicity.already-awarded', 'level');
    },
    'publicity.DemoVillageRevoked': ({ level }, state) =>
      awardOf(state, level) === undefined ? refuse('publicity.not-awarded', 'level') : accept,
  },
  keys: (state) => {
    const listed = lastOf(state, 'publicity.UnitListed');
    return listed === undefined || state.status === 'dissolved' ? [] : [`unit:${listed.unitKind}:${listed.unitCode}`];
  },
  keyCodes: { unit: 'publicity.unit-exists' },
});
