import { notary } from '../../../../test/support/notary.js';
import { house } from '../kernel.js';
import { Registry } from '../registry.js';
import { valueTitles } from './value-titles.js';

const line = { ...notary, terms: { ...notary.terms, 'notary.kind.will': house('遗嘱', 'will') } };
const { kindOf, titleOf } = valueTitles(new Registry([line]), line);

it('says codes by their table, flags as yes and no, and everything else as it stands', () => {
  expect(titleOf('kind', 'will')).toBe('遗嘱');
  expect(titleOf('standing', 'will')).toBe('遗嘱');
  expect(titleOf('matterNo', 'M-1')).toBe('M-1');
  expect([titleOf('late', true), titleOf('late', false), titleOf('days', 7)]).toEqual(['是', '否', 7]);
});
it('takes the kind of a column from the fields of its name, and from the name where there is none', () => {
  expect(['acceptedOn', 'amount', 'matterNo', 'endedOn', 'standing'].map(kindOf)).toEqual([
    ...['date', 'number', 'text', 'date', 'text'],
  ]);
});
