import { randomUUID } from 'node:crypto';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { ApiWorld, type Asked, BUREAU, OFFICE, matter } from './api-world.js';

let world: ApiWorld;
const streamId = randomUUID();
let accepted = '';
let requestId = '';

beforeAll(async () => {
  world = await ApiWorld.open([notary, reporting]);
  const [eventId] = (await world.command('accept-matter', streamId, matter('one', { acceptedOn: '2022-12-31' }))).body
    .eventIds as string[];
  accepted = eventId ?? '';
  await world.platform.projector.catchUp();
  const explanations = [{ rule: '*', reason: '已核实' }];
  const body = { bureau: BUREAU, line: 'notary', period: '2022', explanations };
  expect((await world.call('POST', '/v1/periods/close', { as: 'director', body })).status).toBe(201);
  const asked = await world.command('request-correction', streamId, correction(), { as: 'clerk' });
  requestId = (asked.body.eventIds as string[])[0] ?? '';
  await world.platform.projector.catchUp();
});
afterAll(() => world.close());

const correction = () => ({ eventId: accepted, patch: { acceptedOn: '2023-01-01' }, reason: 'entry-error' });
const before = (type: string, data: object, asked: Asked = {}) =>
  world.call('POST', '/v1/commands/impact', {
    body: { type: `notary.${type}`, streamId, office: OFFICE, data },
    ...asked,
  });
const pending = (asked: Asked = {}, id = requestId) =>
  world.call('GET', `/v1/streams/${streamId}/requests/${id}/impact`, asked);
const ofYear = (body: { figures: readonly { office: string; indicator: string; period: { from: string; scheme: string } }[] }, office: string) => // prettier-ignore
  body.figures.filter((item) => item.office === office && item.period.scheme === 'FISCAL_YEAR' && item.indicator === 'NT-01'); // prettier-ignore

it('shows who is to approve what moves, old and new, with the seal; by the request and by the command', async () => {
  const stored = await world.stored();
  const shown = await pending();
  expect(shown.status).toBe(200);
  expect(ofYear(shown.body, BUREAU)).toMatchObject([
    { period: { from: '2022-01-01' }, before: { value: '1' }, after: { value: '0' } },
    { period: { from: '2023-01-01' }, before: { value: '0' }, after: { value: '1' } },
  ]);
  expect(shown.body.seals).toContainEqual(
    expect.objectContaining({ indicator: 'NT-01', office: BUREAU, reported: { office: BUREAU, value: '1', printed: '1' } }), // prettier-ignore
  );
  expect(shown.headers['x-position']).toBe(String(shown.body.position));
  const approving = await before('ApproveCorrection', { requestId });
  expect(approving.body).toMatchObject({ figures: shown.body.figures, seals: shown.body.seals });
  expect((await before('RequestCorrection', correction(), { as: 'clerk' })).status).toBe(200);
  expect(await world.stored()).toBe(stored);
});

it('shows a caller the offices he sees, and is not there for others', async () => {
  const own = await before('RequestCorrection', correction(), { as: 'clerk' });
  expect(ofYear(own.body, OFFICE)).toHaveLength(2);
  expect(ofYear(own.body, BUREAU)).toEqual([]);
  expect((await pending({ as: 'clerk' })).status).toBe(403);
  expect((await before('ApproveCorrection', { requestId }, { as: 'clerk' })).status).toBe(403);
  expect((await before('ApproveCorrection', { requestId }, { as: 'reader' })).status).toBe(403);
  const elsewhere = { as: 'stranger' as const };
  expect((await before('RequestCorrection', correction(), elsewhere)).status).toBe(404);
  expect((await world.call('GET', '/v1/events/1/impact', elsewhere)).status).toBe(404);
  expect((await pending({}, randomUUID())).body.code).toBe('request-not-found');
  expect((await world.call('GET', `/v1/streams/${randomUUID()}/requests/${requestId}/impact`)).status).toBe(404);
  expect((await world.call('GET', '/v1/events/999/impact')).status).toBe(404);
  expect((await before('NoSuchThing', {})).body.code).toBe('unknown-command');
  expect((await before('PayFee', { receiptNo: '1' })).status).toBe(400);
});

it('moves exactly that once it is approved, which can be read off the event afterwards', async () => {
  const shown = (await pending()).body;
  const approved = await world.command('approve-correction', streamId, { requestId });
  expect(approved.status).toBe(201);
  await world.platform.projector.catchUp();
  const moved = await world.call('GET', `/v1/events/${approved.body.position}/impact`);
  const { figures, seals, duties, event } = shown;
  expect(moved.body).toMatchObject({ figures, seals, duties, event, position: approved.body.position - 1 });
  for (const period of ['2022', '2023']) {
    const { body } = await world.call('GET', `/v1/indicators?bureau=${BUREAU}&period=${period}&codes=NT-01`);
    const [{ after }] = ofYear(shown, BUREAU).filter(({ period: { from } }) => from.startsWith(period)) as unknown as [{ after: { value: string } }]; // prettier-ignore
    expect(body.values[0].value).toBe(after.value);
  }
  expect((await pending()).body.code).toBe('request-settled');
});

it('waits for the figures to reach the case, and says so where they do not', async () => {
  const other = randomUUID();
  const recorded = await world.command('accept-matter', other, matter('behind', { acceptedOn: '2023-05-05' }));
  const behind = await world.call('GET', `/v1/events/${recorded.body.position}/impact`);
  expect(behind.status).toBe(202);
  expect(behind.body.wanted).toBe(recorded.body.position);
  await world.platform.projector.catchUp();
  const counted = await world.call('GET', `/v1/events/${recorded.body.position}/impact`);
  expect(ofYear(counted.body, OFFICE)).toMatchObject([{ before: { value: '1' }, after: { value: '2' } }]);
});
