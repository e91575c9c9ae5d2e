import { keyOf } from '#application/fact-tables.js';
import { defineFacts } from '#application/facts.js';
import type { PeopleEvent } from '../domain/events.js';
import { tables } from './kinds.js';

/** Who is sealed or erased is no fact of a list: those streams are asked one by one. */
export const facts = defineFacts<PeopleEvent, unknown>({
  name: 'people_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: {
    'people.PersonMerged': (event, sheet) => {
      const { person, into, mergedOn, reason } = event.data;
      tables.put(sheet, 'people.merge', keyOf(event), { mergedOn, into, reason, state: 'merged' }, { person });
    },
    'people.PersonUnmerged': ({ data }, sheet) => {
      const standing = sheet.all('people.merge').at(-1);
      if (standing !== undefined)
        tables.put(sheet, 'people.merge', standing.key, { unmergedOn: data.unmergedOn, state: 'separate' });
    },
    'people.GlassBroken': (event, sheet) => {
      const { person, brokenOn, by, reason, until } = event.data;
      tables.put(sheet, 'people.break-glass', keyOf(event), { brokenOn, by, reason, until }, { person });
    },
  },
});
