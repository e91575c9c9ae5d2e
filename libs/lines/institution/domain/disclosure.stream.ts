import { allOf, defineProcedure } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { type DisclosureEvent, disclosureEvents } from './events/index.js';
import { refuse } from './rejections.js';

type Status = 'due' | 'disclosed' | 'waived';

/**
 * One thing to be made public (信息公开): owed, then published, on as many platforms as there are; the first day counts.
 * @rejects institution.due-before-duty  the day given lies before the duty arose
 * @source 政府信息公开条例 第二十六、三十三、五十条; 预算法 第十四条
 */
export const disclosure = defineProcedure<DisclosureEvent, Status>({
  type: 'institution.disclosure',
  events: disclosureEvents,
  steps: {
    none: ['institution.DisclosureOwed'],
    due: ['institution.InformationDisclosed', 'institution.DisclosureWaived'],
    disclosed: ['institution.InformationDisclosed'],
    waived: [],
  },
  becomes: {
    'institution.DisclosureOwed': 'due',
    'institution.InformationDisclosed': 'disclosed',
    'institution.DisclosureWaived': 'waived',
  },
  rules: {
    'institution.DisclosureOwed': ({ arisenOn, dueGiven }) =>
      dueGiven !== undefined && dueGiven < arisenOn ? refuse('institution.due-before-duty', 'dueGiven') : accept,
    'institution.InformationDisclosed': ({ platform }, state) =>
      allOf(state, 'institution.InformationDisclosed').some((known) => known.platform === platform) ? nothing : accept,
  },
  keys: (state) =>
    allOf(state, 'institution.DisclosureOwed').map(
      ({ kind, fiscalYear, title }) => `disclosure:${kind}:${fiscalYear}:${title}`,
    ),
  keyCodes: { disclosure: 'institution.disclosure-known' },
});
