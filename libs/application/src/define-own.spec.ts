import { MemoryDefinitionStore } from '#adapters/memory/definition-store.js';
import { Rejected } from '#kernel/reject.js';
import { BUREAU, OFFICES, World } from '../../../test/support/world.js';
import { OwnDefinitions } from './define-own.js';

const fees = {
  code: 'own.large-fees',
  title: '大额收费',
  fact: 'notary.fee',
  unit: '元',
  kind: 'flow',
  on: 'paidOn',
  sum: 'amount',
  where: { amount: { atLeast: 100 } },
};
const figure = {
  code: 'OWN-01',
  title: '大额收费额',
  unit: '元',
  decimals: 2,
  from: '2020-01-01',
  value: { flow: 'own.large-fees' },
};
const share = {
  code: 'OWN-02',
  title: '大额收费占比',
  unit: '%',
  from: '2020-01-01',
  numerator: { flow: 'own.large-fees' },
  denominator: { flow: 'notary.fees' },
};

/** A world whose rows are derived again by starting over, as a rebuild does. */
const open = () => {
  const world = new World();
  const store = new MemoryDefinitionStore();
  const definitions = new OwnDefinitions(store, world.registry, async () => {
    store.derived = (await store.all()).length;
  });
  return { world, store, definitions };
};
const problemsOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Rejected) return error.rejection.details.map(({ at, code }) => `${at} ${code}`);
    throw error;
  }
  throw new Error('it was accepted');
};

describe('a definition of a bureau', () => {
  it('counts what the lines do not, as a sum and as a rate, once the rows are derived with it', async () => {
    const { world, definitions } = open();
    const added = await definitions.add({ measures: [fees], indicators: [figure, share] }, BUREAU, '统计员');
    expect(added.map(({ body, version, definedBy }) => [body.code, version, definedBy])).toEqual([
      ['own.large-fees', 1, '统计员'],
      ['OWN-01', 1, '统计员'],
      ['OWN-02', 1, '统计员'],
    ]);
    const matter = {
      personRef: '11111111-1111-5111-8111-111111111111',
      matterNo: '1',
      kind: 'will',
      acceptedOn: '2023-03-01',
    };
    await world.send('notary.AcceptMatter', 'a', matter);
    await world.send('notary.PayFee', 'a', { receiptNo: '1', amount: '99.50', paidOn: '2023-03-01' });
    await world.send('notary.PayFee', 'a', { receiptNo: '2', amount: '100.50', paidOn: '2023-03-02' });
    await world.projector.catchUp();
    expect(await world.figures('2023', ['OWN-01', 'OWN-02'])).toEqual({ 'OWN-01': '100.5', 'OWN-02': '50.25' });
    expect(world.registry.zh('OWN-01')).toBe('大额收费额');
  });

  it('counts facts of its own bureau alone', async () => {
    const { world, definitions } = open();
    await definitions.add({ measures: [fees], indicators: [figure] }, '430999', '他人');
    const matter = {
      personRef: '11111111-1111-5111-8111-111111111111',
      matterNo: '1',
      kind: 'will',
      acceptedOn: '2023-03-01',
    };
    await world.send('notary.AcceptMatter', 'a', matter, { office: OFFICES[0] ?? '' });
    await world.send('notary.PayFee', 'a', { receiptNo: '2', amount: '100.50', paidOn: '2023-03-02' });
    await world.projector.catchUp();
    expect(await world.figures('2023', ['OWN-01'])).toEqual({ 'OWN-01': '0' });
  });

  it('is a new version when it says something else, and nothing when it says the same', async () => {
    const { definitions } = open();
    await definitions.add({ measures: [fees], indicators: [figure] }, BUREAU, 'a');
    expect(await definitions.add({ measures: [fees], indicators: [figure] }, BUREAU, 'b')).toEqual([]);
    const changed = { ...fees, where: { amount: { atLeast: 200 } } };
    expect((await definitions.add({ measures: [changed] }, BUREAU, 'b')).map(({ version }) => version)).toEqual([2]);
    expect((await definitions.list()).map(({ version }) => version)).toEqual([1, 1, 2]);
  });

  it('is derived when it is handed in again, where the first time something else was being derived', async () => {
    const world = new World();
    const store = new MemoryDefinitionStore();
    let busy = true;
    const definitions = new OwnDefinitions(store, world.registry, async () => {
      if (busy) throw new Error('too-busy');
      store.derived = (await store.all()).length;
    });
    await expect(definitions.add({ measures: [fees], indicators: [figure] }, BUREAU, '统计员')).rejects.toThrow(
      'too-busy',
    );
    expect(await store.all()).toHaveLength(2);
    expect(world.registry.measures.has('own.large-fees')).toBe(false);
    busy = false;
    expect(await definitions.add({ measures: [fees], indicators: [figure] }, BUREAU, '统计员')).toEqual([]);
    expect(world.registry.measures.has('own.large-fees')).toBe(true);
  });

  it('is refused with every problem at its place', async () => {
    const { definitions } = open();
    const wrong = { ...fees, code: 'mine', fact: 'notary.nothing', colour: 'red' };
    expect(await problemsOf(definitions.add({ measures: [wrong] }, BUREAU, 'a'))).toEqual([
      'measures.0.colour unknown-field',
      'measures.0.code wrong-form',
      'measures.0.fact not-found',
    ]);
    const unknown = {
      ...figure,
      from: '2023-02-30',
      value: { sum: [{ flow: 'own.large-fees' }, { flow: 'own.none' }] },
    };
    expect(await problemsOf(definitions.add({ measures: [fees], indicators: [unknown] }, BUREAU, 'a'))).toEqual([
      'indicators.0.from not-a-date',
      'indicators.0.value.sum.1.flow not-found',
    ]);
    expect(await problemsOf(definitions.add({ measures: [{ ...fees, on: undefined }] }, BUREAU, 'a'))).toEqual([
      'measures.0.on missing',
    ]);
    expect(await definitions.list()).toEqual([]);
  });

  const measures = (...written: readonly object[]) =>
    problemsOf(open().definitions.add({ measures: written }, BUREAU, 'a'));
  const indicators = (...written: readonly object[]) =>
    problemsOf(open().definitions.add({ measures: [fees], indicators: written }, BUREAU, 'a'));

  it('is dated by days, adds up numbers, and tests what can be compared', async () => {
    const stock = { ...fees, kind: 'stock', on: undefined, sum: undefined, where: undefined };
    expect(await measures({ ...fees, on: 'amount' })).toEqual(['measures.0.on.amount not-a-date']);
    expect(await measures({ ...stock, from: 'paidOn', to: 'amount' })).toEqual(['measures.0.to.amount not-a-date']);
    expect(await measures({ ...fees, sum: 'paidOn' })).toEqual(['measures.0.sum.paidOn not-a-decimal']);
    expect(await measures({ ...fees, on: 'nofieldOn' })).toEqual(['measures.0.on.nofieldOn unknown-field']);
    expect(await measures({ ...fees, where: { nofield: 1 } })).toEqual(['measures.0.where.nofield unknown-field']);
    expect(await measures({ ...fees, sum: 5, to: {}, cohort: 5 })).toEqual([
      'measures.0.to not-text',
      'measures.0.cohort not-text',
      'measures.0.sum not-text',
    ]);
    for (const kind of ['constructor', '__proto__'])
      expect(await measures({ ...fees, kind })).toEqual(['measures.0.kind not-in-code-table']);
    const where = (test: unknown) => measures({ ...fees, where: { amount: test } });
    expect(await where({ oneOf: 'will' })).toEqual(['measures.0.where.amount.oneOf not-a-list']);
    expect(await where({ oneOf: [] })).toEqual(['measures.0.where.amount.oneOf not-a-list']);
    expect(await where({ exists: 'no' })).toEqual(['measures.0.where.amount.exists not-a-flag']);
    expect(await where({ atLeast: '2026-08-01' })).toEqual(['measures.0.where.amount.atLeast not-a-decimal']);
    expect(await where({ after: 5 })).toEqual(['measures.0.where.amount.after not-text']);
    expect(await where({ notAfter: 'nofield' })).toEqual(['measures.0.where.nofield unknown-field']);
    expect(await where({ like: 'x' })).toEqual(['measures.0.where.amount wrong-form']);
    expect(await measures(fees, { ...fees, title: '又一次' })).toEqual(['measures.1.code duplicate-key']);
  });

  it('is a formula that reads each measure as what it is', async () => {
    const formula = (value: unknown, more: object = {}) => indicators({ ...figure, value, ...more });
    expect(await formula({ closing: 'own.large-fees' })).toEqual(['indicators.0.value.closing disagrees']);
    expect(await formula({ flow: 'notary.open' })).toEqual(['indicators.0.value.flow disagrees']);
    expect(await formula({ cohort: 'notary.accepted' })).toEqual(['indicators.0.value.cohort disagrees']);
    expect(await formula({ persons: 'notary.accepted', of: 'flow' })).toEqual(['indicators.0.value.persons disagrees']);
    expect(await formula({ cumulative: 'notary.accepted', baseline: 'notary.accepted' })).toEqual([
      'indicators.0.value.cumulative not-a-list',
    ]);
    const narrowed = (where: unknown) => formula({ flow: 'notary.accepted', where });
    for (const where of ['x', 5, [], null])
      expect(await narrowed(where)).toEqual(['indicators.0.value.where not-a-record']);
    for (const kind of [['will'], { oneOf: ['will'] }, null, 5])
      expect(await narrowed({ kind })).toEqual(['indicators.0.value.where.kind not-text']);
    expect(await narrowed({ colour: 'red' })).toEqual(['indicators.0.value.where.colour unknown-field']);
    expect(await formula({ flow: 'own.large-fees' }, { variant: { a: 1 }, of: 'OWN-01' })).toEqual([
      'indicators.0.of not-found',
      'indicators.0.variant not-text',
    ]);
  });

  it('rests on no indicator that rests on it', async () => {
    const { definitions } = open();
    const through = { ...figure, code: 'OWN-02', value: { sum: [{ indicator: 'OWN-01' }] } };
    const farther = { ...figure, code: 'OWN-03', value: { indicator: 'OWN-02' } };
    await definitions.add({ measures: [fees], indicators: [figure, through, farther] }, BUREAU, 'a');
    for (const code of ['OWN-02', 'OWN-03'])
      expect(
        await problemsOf(definitions.add({ indicators: [{ ...figure, value: { indicator: code } }] }, BUREAU, 'a')),
      ).toEqual(['indicators.0.value.indicator disagrees']);
    expect(await definitions.list()).toHaveLength(4);
  });

  it('takes nothing away from the indicators that rest on it', async () => {
    const { definitions } = open();
    const matters = {
      code: 'own.open',
      title: '在办',
      fact: 'notary.matter',
      unit: '件',
      kind: 'stock',
      from: 'acceptedOn',
    };
    const split = { ...matters, to: 'issuedOn', splits: ['kind'] };
    const wills = { ...figure, unit: '件', decimals: 0, value: { closing: 'own.open', where: { kind: 'will' } } };
    await definitions.add({ measures: [split], indicators: [wills] }, BUREAU, 'a');
    expect(await problemsOf(definitions.add({ measures: [{ ...split, splits: [] }] }, BUREAU, 'a'))).toEqual([
      'OWN-01.value.where.kind unknown-field',
    ]);
    const flow = { ...matters, kind: 'flow', from: undefined, on: 'acceptedOn', splits: ['kind'] };
    expect(await problemsOf(definitions.add({ measures: [flow] }, BUREAU, 'a'))).toEqual([
      'OWN-01.value.closing disagrees',
    ]);
    const both = { measures: [flow], indicators: [{ ...wills, value: { flow: 'own.open' } }] };
    expect(await definitions.add(both, BUREAU, 'a')).toHaveLength(2);
  });

  it('rests on nothing of another bureau', async () => {
    const { definitions } = open();
    await definitions.add({ measures: [fees], indicators: [figure] }, '430999', 'a');
    const mine = { ...figure, code: 'OWN-02' };
    expect(await problemsOf(definitions.add({ indicators: [mine] }, BUREAU, 'b'))).toEqual([
      'indicators.0.value.flow not-found',
    ]);
    const over = { ...mine, value: { indicator: 'OWN-01' } };
    expect(await problemsOf(definitions.add({ indicators: [over] }, BUREAU, 'b'))).toEqual([
      'indicators.0.value.indicator not-found',
    ]);
  });

  it('is not another bureau’s to change', async () => {
    const { definitions } = open();
    await definitions.add({ measures: [fees] }, BUREAU, 'a');
    const changed = { ...fees, title: '另一名称' };
    expect(await problemsOf(definitions.add({ measures: [changed] }, '430999', 'b'))).toEqual(['0.code duplicate-key']);
  });

  it('waits for the rows where this process may not derive them', async () => {
    const { world, store } = open();
    const waiting = new OwnDefinitions(store, world.registry);
    await waiting.add({ measures: [fees], indicators: [figure] }, BUREAU, 'a');
    await world.projector.catchUp();
    expect(await world.figures('2023', ['OWN-01'])).toEqual({ 'OWN-01': null });
    store.derived = 1;
    await waiting.refresh();
    expect(await world.figures('2023', ['OWN-01'])).toEqual({ 'OWN-01': '0' });
  });
});
