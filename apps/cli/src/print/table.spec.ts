import { fit, tableLines, widthOf } from './table.js';

it('counts Chinese as two columns, also beyond the common characters', () => {
  expect([widthOf('abc'), widthOf('在矫人数'), widthOf('（268例）'), widthOf('𠮷'), widthOf('…')]).toEqual([
    3, 8, 9, 2, 1,
  ]);
});

it('shortens to the columns there are, never half a character', () => {
  expect(fit('社区矫正对象', 8)).toBe('社区矫…');
  expect(widthOf(fit('社区矫正对象', 8))).toBeLessThanOrEqual(8);
  expect(fit('short', 8)).toBe('short');
});

it('keeps columns aligned whatever they hold', () => {
  const lines = tableLines(
    [{ title: '指标' }, { title: '值', align: 'right' }, { title: '发现', most: 6 }],
    [
      ['CC-07', '271', ''],
      ['在册', '3', '没有得分而有等次'],
    ],
  );
  expect(lines).toEqual(['指标    值  发现', '─────  ───  ─────', 'CC-07  271', '在册     3  没有…']);
});
