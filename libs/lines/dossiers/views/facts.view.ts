import { keyOf } from '#application/fact-tables.js';
import { defineFacts } from '#application/facts.js';
import type { DossierEvent } from '../domain/events.js';
import { tables } from './kinds.js';

/** Who is sealed or erased is no fact of a list: those streams are asked one by one. */
export const facts = defineFacts<DossierEvent, unknown>({
  name: 'dossiers_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: {
    'dossiers.PersonMerged': (event, sheet) => {
      const { person, into, mergedOn, reason } = event.data;
      tables.put(sheet, 'dossiers.merge', keyOf(event), { mergedOn, into, reason, state: 'merged' }, { person });
    },
    'dossiers.PersonUnmerged': ({ data }, sheet) => {
      const standing = sheet.all('dossiers.merge').at(-1);
      if (standing !== undefined)
        tables.put(sheet, 'dossiers.merge', standing.key, { unmergedOn: data.unmergedOn, state: 'separate' });
    },
    'dossiers.GlassBroken': (event, sheet) => {
      const { person, brokenOn, by, reason, until } = event.data;
      tables.put(sheet, 'dossiers.break-glass', keyOf(event), { brokenOn, by, reason, until }, { person });
    },
  },
});
