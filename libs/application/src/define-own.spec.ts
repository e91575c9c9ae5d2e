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
