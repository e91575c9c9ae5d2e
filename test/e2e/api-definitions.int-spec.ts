import { randomUUID } from 'node:crypto';
import { describeVocabulary } from '#application/describe-lines.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, type Person, matter } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open()));
afterAll(() => world.close());

const measure = (atLeast: number) => ({
  ...{ code: 'own.large-fees', title: '大额收费', fact: 'notary.fee', unit: '元', kind: 'flow', on: 'paidOn' },
  ...{ sum: 'amount', where: { amount: { atLeast } } },
});
const payers = {
  ...{ code: 'own.applicants', title: '申请人', fact: 'notary.matter', unit: '人', kind: 'flow', on: 'acceptedOn' },
};
const indicators = [
  {
    code: 'OWN-01',
    title: '大额收费额',
    unit: '元',
    decimals: 2,
    from: '2020-01-01',
    value: { flow: 'own.large-fees' },
  },
  { code: 'OWN-02', title: '人数', unit: '人', from: '2020-01-01', value: { persons: 'own.applicants', of: 'flow' } },
];
const preview = (measures: readonly object[], as: Person = 'keeper', bureau = BUREAU) =>
  world.call('POST', '/v1/definitions/preview', { as, body: { bureau, period: '2023', measures, indicators } });
const add = (measures: readonly object[]) =>
  world.call('POST', '/v1/definitions', { as: 'keeper', body: { bureau: BUREAU, measures, indicators } });
const figures = async (): Promise<readonly string[]> => {
  await world.platform.projector.catchUp();
  const { body } = await world.call('GET', `/v1/indicators?bureau=${BUREAU}&period=2023&codes=OWN-01,OWN-02`);
  return body.values.map(({ printed }: { printed: string }) => printed);
};
const afterOf = (body: { figures: { after: { printed: string } }[] }): readonly string[] =>
  body.figures.map(({ after }) => after.printed);

it('what definitions would change is told beforehand, and is what they change', async () => {
  const [person, other] = [randomUUID(), randomUUID()];
  const fees = ['80.00', '120.50', '300.00', '1000.00'];
  for (const [at, amount] of fees.entries()) {
    const streamId = randomUUID();
    const office = at < 2 ? OFFICE : OFFICE_2;
    const personRef = at < 3 ? person : other;
    await world.command('accept-matter', streamId, matter(`V-${at}`, { personRef }), { office });
    await world.command('pay-fee', streamId, { receiptNo: `R${at}`, amount, paidOn: `2023-04-0${at + 1}` }, { office });
  }
  await world.platform.projector.catchUp();

  const first = await preview([measure(100), payers]);
  expect(first.status).toBe(200);
  expect(first.body.figures).toMatchObject([
    { code: 'OWN-01', title: '大额收费额', before: null, after: { printed: '1420.50' } },
    { code: 'OWN-02', before: null, after: { printed: '2' } },
  ]);
  expect(first.body.moved).toBe(7);
  expect((await world.call('GET', '/v1/definitions', { as: 'keeper' })).body.definitions).toEqual([]);
  expect((await add([measure(100), payers])).status).toBe(201);
  expect(await figures()).toEqual(afterOf(first.body));

  const second = await preview([measure(200), payers]);
  expect(second.body.figures).toMatchObject([
    { code: 'OWN-01', before: { printed: '1420.50' }, after: { printed: '1300.00' } },
  ]);
  expect(second.body).toMatchObject({
    moved: 1,
    records: [{ measure: 'own.large-fees', office: OFFICE, on: '2023-04-02', before: '120.50', after: null }],
  });
  expect((await add([measure(200), payers])).status).toBe(201);
  expect((await figures())[0]).toBe('1300.00');
  expect((await preview([measure(200), payers])).body).toEqual({ figures: [], moved: 0, records: [] });
});

it('a wrong definition is refused with its place, and nobody previews for another bureau or another post', async () => {
  const { status, body } = await preview([{ ...measure(1), kind: 'total' }, payers]);
  expect([status, body.details[0].at]).toEqual([400, 'measures.0.kind']);
  expect((await preview([], 'supervisor')).status).toBe(403);
  expect((await preview([], 'keeper', '999999')).status).toBe(404);
});

it('what a definition may rest on is told with its Chinese', async () => {
  const { status, body } = await world.call('GET', '/v1/definitions/vocabulary', { as: 'keeper' });
  expect(status).toBe(200);
  const fee = body.facts.find(({ fact }: { fact: string }) => fact === 'notary.fee');
  expect(fee.fields.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['paidOn', 'amount']));
  expect(body.measures.map(({ code }: { code: string }) => code)).toContain('notary.accepted');
  expect((await world.call('GET', '/v1/definitions/vocabulary', { as: 'supervisor' })).status).toBe(403);
  const leave = describeVocabulary(new Registry(lines)).facts.find(({ fact }) => fact === 'corrections.leave');
  expect(leave).toMatchObject({ title: '外出请假', line: '社区矫正' });
  expect(leave?.fields).toContainEqual({ name: 'departedOn', title: '离开日期' });
});
