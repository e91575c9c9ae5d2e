import { defineProcedure, newestOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import { type MergeEvent, mergeEvents } from './events.js';
import { refuse } from './rejections.js';

/**
 * Whether a record of a person stands for itself or for another record of the same person.
 * @rejects people.merged-into-itself  a record does not stand for itself
 * @rejects people.another-person      the stream is of another person
 */
export const merge = defineProcedure<MergeEvent, 'merged' | 'separate'>({
  type: 'people.merge',
  events: mergeEvents,
  fixed: true,
  steps: {
    none: ['people.PersonMerged'],
    merged: ['people.PersonUnmerged'],
    separate: ['people.PersonMerged'],
  },
  becomes: { 'people.PersonMerged': 'merged', 'people.PersonUnmerged': 'separate' },
  rules: {
    'people.PersonMerged': ({ person, into }, state) => {
      if (person === into) return refuse('people.merged-into-itself', 'into');
      const known = newestOf(state, 'people.PersonMerged')?.data.person ?? person;
      return known === person ? accept : refuse('people.another-person', 'person');
    },
    'people.PersonUnmerged': ({ person }, state) =>
      newestOf(state, 'people.PersonMerged')?.data.person === person
        ? accept
        : refuse('people.another-person', 'person'),
  },
});
