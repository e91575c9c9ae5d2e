import { defineProcedure, newestOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import { type MergeEvent, mergeEvents } from './events.js';
import { refuse } from './rejections.js';

/**
 * Whether a record of a person stands for itself or for another record of the same person.
 * @rejects dossiers.merged-into-itself  a record does not stand for itself
 * @rejects dossiers.another-person      the stream is of another person
 */
export const merge = defineProcedure<MergeEvent, 'merged' | 'separate'>({
  type: 'dossiers.merge',
  events: mergeEvents,
  fixed: true,
  steps: {
    none: ['dossiers.PersonMerged'],
    merged: ['dossiers.PersonUnmerged'],
    separate: ['dossiers.PersonMerged'],
  },
  becomes: { 'dossiers.PersonMerged': 'merged', 'dossiers.PersonUnmerged': 'separate' },
  rules: {
    'dossiers.PersonMerged': ({ person, into }, state) => {
      if (person === into) return refuse('dossiers.merged-into-itself', 'into');
      const known = newestOf(state, 'dossiers.PersonMerged')?.data.person ?? person;
      return known === person ? accept : refuse('dossiers.another-person', 'person');
    },
    'dossiers.PersonUnmerged': ({ person }, state) =>
      newestOf(state, 'dossiers.PersonMerged')?.data.person === person
        ? accept
        : refuse('dossiers.another-person', 'person'),
  },
});
