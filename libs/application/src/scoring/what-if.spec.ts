import { refusals, row, scored, sheet } from '../../../../test/support/scoring-sheets.js';
import { national2020 } from './frames/national-2020.frame.js';
import { whatIf } from './what-if.js';

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};
const official = frozen(sheet([row('a', '30'), row('b', '20', { actual: { text: '25件', number: '25' } })]));
const frame = frozen(structuredClone(national2020));

it('gives a draft beside the official score, and leaves no trace in it', () => {
  const before = structuredClone(official);
  const { official: kept, draft } = whatIf(frame, official, {
    rows: [{ id: 'b', target: { operator: '≥', number: '25', unit: '件' } }],
  });
  expect(kept).toMatchObject({ total: '90.00', grade: '优' });
  expect(draft).toMatchObject({ total: '100.00' });
  expect(official).toEqual(before);
  expect(kept).toEqual(scored(official));
});

it('supposes other weights, money and frames', () => {
  const total = (supposition: Parameters<typeof whatIf>[2]) => whatIf(frame, official, supposition).draft;
  expect(
    total({
      rows: [
        { id: 'a', weight: '10' },
        { id: 'b', weight: '40' },
      ],
    }),
  ).toMatchObject({ total: '80.00' });
  expect(total({ budget: { executed: '19.62' } })).toMatchObject({ total: '85.16', grade: '良' });
  expect(total({ budget: { executed: '19.62' } })).toMatchObject({ execution: { rate: '51.63' } });
  const lenient = { ...national2020, grades: [{ name: '优', from: '80' }, ...national2020.grades.slice(2)] };
  expect(total({ budget: { executed: '19.62' }, frame: lenient })).toMatchObject({ grade: '优' });
});

it('empties a cell that is set to undefined', () => {
  const { draft } = whatIf(frame, official, { rows: [{ id: 'b', weight: undefined }] });
  expect(refusals(draft)).toContain('rows.b weight-missing');
});

it('refuses a draft whose weights do not sum, and keeps the official score', () => {
  const { official: kept, draft } = whatIf(frame, official, { rows: [{ id: 'a', weight: '40' }] });
  expect(refusals(draft)).toEqual(['weights weights-not-100 110 / 100']);
  expect(kept).toMatchObject({ total: '90.00' });
});

it('refuses a change to what is not there', () => {
  const groups = [{ level1: '产出指标', level2: '数量指标', weight: '5' }];
  expect(refusals(whatIf(frame, official, { rows: [{ id: 'z' }], groups }).draft)).toEqual([
    'rows.z unknown-row',
    'groups.产出指标.数量指标 unknown-row',
  ]);
});
