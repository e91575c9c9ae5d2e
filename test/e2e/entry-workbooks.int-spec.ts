import type { CellValue } from 'exceljs';
import { randomUUID } from 'node:crypto';
import { inventPerson } from '#application/invented-people.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { lines } from '#lines/index.js';
import { filledIn, marksIn, opened, placesIn, sheetOf } from '../support/entry-workbook.js';
import { ApiWorld, type Asked, BUREAU, OFFICE, OFFICE_2, type Person } from './api-world.js';

jest.setTimeout(120_000);

const COMMAND = 'mediation.AcceptDispute';
const PATH = `/v1/entry-workbooks/${COMMAND}`;
const FIGURE = `/v1/indicators?bureau=${BUREAU}&period=2023&codes=PM-02`;
const ROWS = 1_000;

let world: ApiWorld;

beforeAll(async () => {
  world = await ApiWorld.open(lines);
  await world.platform.offices.save([
    ...world.platform.offices
      .all()
      .filter(({ code }) => [OFFICE, OFFICE_2].includes(code))
      .map((office) => ({ ...office, name: office.code === OFFICE ? '甲司法所' : '乙司法所' })),
  ]);
});
afterAll(() => world.close());

const template = async (command = COMMAND, as: Person = 'supervisor'): Promise<Buffer> => {
  const { app } = world;
  const found = await app.inject({
    ...{ method: 'GET', url: `/v1/entry-workbooks/${command}?bureau=${BUREAU}` },
    headers: { authorization: `Bearer ${world.tokenOf(as)}` },
  });
  expect([found.statusCode, found.headers['content-type']]).toEqual([200, mediaTypes.xlsx]);
  return found.rawPayload;
};

const send = (bytes: Buffer, mode: string, asked: Asked = {}, path = PATH) =>
  world.call('POST', `${path}?mode=${mode}&bureau=${BUREAU}`, {
    ...asked,
    raw: { type: mediaTypes.xlsx, text: bytes },
  });

/** The marked workbook, which is no text. */
const sendForFile = async (bytes: Buffer, mode: string, as: Person = 'supervisor') => {
  const found = await world.app.inject({
    ...{ method: 'POST', url: `${PATH}?mode=${mode}&bureau=${BUREAU}`, payload: bytes },
    headers: {
      ...{ authorization: `Bearer ${world.tokenOf(as)}`, 'content-type': mediaTypes.xlsx },
      accept: mediaTypes.xlsx,
    },
  });
  return { status: found.statusCode, headers: found.headers, bytes: found.rawPayload };
};

const figure = async (): Promise<string> => {
  await world.platform.projector.catchUp();
  return (await world.call('GET', FIGURE)).body.values[0].value;
};
const count = async (table: string): Promise<number> => {
  const { rows } = await world.platform.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? 0;
};
const all = async () =>
  Promise.all(['es.event', 'es.stream', 'people.person', 'entry.batch', 'entry.batch_row'].map(count));

type Row = Record<string, CellValue>;
const person = (key: string) => inventPerson(BUREAU, key, '2023-03-05');
const whole = (key: string): string => `${person(key).name} ${person(key).idNo}`;

/** Titles of the columns by their fields, read off the workbook's own notes once. */
const title = {
  acceptedOn: '受理日期',
  caseNo: '调解案号',
  people: '涉及当事人数',
  parties: '当事人',
  mediators: '人民调解员',
};

const titlesOf = async (bytes: Buffer): Promise<readonly string[]> => [
  ...placesIn(sheetOf(await opened(bytes))).keys(),
];

/** A row that is right: days, numbers and codes written now one way, now another. */
const right = (at: number, titles: Readonly<Record<string, string>>, lead = 'A'): Row => ({
  单位: at % 2 === 0 ? '甲司法所' : '43092202',
  [title.acceptedOn]: [new Date('2023-03-06T00:00:00Z'), '2023年3月6日', '44991', '2023/3/6'][at % 4] as CellValue,
  [title.caseNo]: at === 0 ? `${lead}007` : `${lead}1.5.${at}`,
  [titles['committeeCode'] ?? '']: '430922001T1',
  [titles['committeeKind'] ?? '']: 'township',
  [titles['source'] ?? '']: at % 3 === 0 ? '依申请调解' : 'initiative',
  [titles['kind'] ?? '']: '邻里纠纷 ',
  [title.parties]: `${whole(`p${at % 60}`)}；${whole(`q${at % 60}`)}`,
  [title.people]: at % 2 === 0 ? '２' : 3,
  [titles['subjectHash'] ?? '']: `${lead}${at}`,
  [title.mediators]: whole(`m${at % 7}`),
  [titles['refusedInWriting'] ?? '']: '否',
  [titles['proceedings'] ?? '']: 'none',
});

const fieldTitles = async (): Promise<Readonly<Record<string, string>>> => {
  const { body } = await world.call('GET', '/openapi.json', { as: null });
  const path = body.paths['/v1/mediation/dispute/{streamId}/accept-dispute'].post;
  const { properties } = path.requestBody.content['application/json'].schema.properties.data;
  return Object.fromEntries(
    Object.entries(properties as Record<string, { title: string }>).map(([name, field]) => [name, field.title]),
  );
};

describe('1,000 rows of which 37 are wrong', () => {
  let bytes: Buffer;
  let titles: Readonly<Record<string, string>>;
  const FAULTY = Array.from({ length: 37 }, (_, nth) => 5 + nth * 26);

  beforeAll(async () => {
    titles = await fieldTitles();
    const faults: readonly ((row: Row) => Row)[] = [
      (row) => ({ ...row, [title.acceptedOn]: '2023-02-30' }),
      (row) => ({ ...row, [title.acceptedOn]: '2999-01-01' }),
      (row) => ({ ...row, [titles['kind'] ?? '']: '不知何种纠纷' }),
      (row) => ({ ...row, [title.people]: '三人' }),
      (row) => ({ ...row, [title.caseNo]: null }),
      (row) => ({ ...row, [title.parties]: `430902199003070000；${whole('p1')}` }),
      (row) => ({ ...row, [title.parties]: whole('p1') }),
      (row) => ({ ...row, 单位: '丙司法所' }),
      (row) => ({ ...row, [titles['refusedInWriting'] ?? '']: '是' }),
      (row) => ({ ...row, [title.caseNo]: 'A1.5.1' }),
    ];
    const rows = Array.from({ length: ROWS }, (_, at) => {
      const fault = FAULTY.indexOf(at);
      const row = right(at, titles);
      return fault < 0 ? row : (faults[fault % faults.length] as (row: Row) => Row)(row);
    });
    bytes = await filledIn(await template(), rows);
    // Two people who are registered already: by another number of rows they are only found.
    await world.platform.persons.register(BUREAU, person('p0'));
  });

  it('are checked without a trace, and come back with exactly 37 cells marked, each with its reason', async () => {
    const before = await all();
    const checked = await send(bytes, 'check');
    expect(checked.status).toBe(200);
    const { rows, good, faulty, known, recorded } = checked.body;
    expect({ rows, good, faulty, known, recorded }).toEqual({
      rows: 1000,
      good: 963,
      faulty: 37,
      known: 0,
      recorded: 0,
    });
    const marked = await sendForFile(bytes, 'check');
    expect([marked.status, marked.headers['x-entry-faulty'], marked.headers['content-type']]).toEqual([
      200,
      '37',
      mediaTypes.xlsx,
    ]);
    const { cells, reasons } = await marksIn(marked.bytes);
    expect(cells).toHaveLength(37);
    expect([...reasons.keys()]).toEqual(FAULTY.map((at) => at + 3));
    const said = [...reasons.values()].slice(0, 10);
    expect(said.every((reason) => /\p{Script=Han}/u.test(reason) && !reason.includes('430902199003070000'))).toBe(true);
    expect(said[0]).toBe('「受理日期」不是有效日期，例：2023-03-05');
    expect(said[6]).toBe('「当事人」当事人少于两方');
    expect(said[2]).toContain('不在代码表内，可填：婚姻家庭纠纷、邻里纠纷');
    expect(said[9]).toBe('该调解案号已使用（与第 4 行相同）');
    expect(await all()).toEqual(before);
    expect(await figure()).toBe('0');
  });

  it('are recorded all or none: none', async () => {
    const before = await all();
    const answer = await send(bytes, 'all');
    expect([answer.status, answer.body.recorded, answer.body.faulty]).toEqual([409, 0, 37]);
    expect(await all()).toEqual(before);
  });

  it('or the good ones: 963, once however often they are sent, and found again as a batch', async () => {
    const stored = await world.stored();
    const first = await send(bytes, 'good');
    expect([first.status, first.body.recorded, first.body.good, first.body.faulty]).toEqual([201, 963, 963, 37]);
    expect((await world.stored()) - stored).toBe(963);
    expect(await figure()).toBe('963');
    // p0 was there; 60 parties each of two kinds, and 7 mediators.
    expect(await count('people.person')).toBe(127);
    const again = await send(bytes, 'good');
    expect([again.status, again.body.recorded, again.body.known]).toEqual([200, 0, 963]);
    expect(again.body).not.toHaveProperty('batch');
    expect(await world.stored()).toBe(stored + 963);
    expect(await count('people.person')).toBe(127);

    const { batch } = first.body;
    const seen = await world.call('GET', `/v1/entry-batches/${batch}`);
    expect(seen.body).toMatchObject({ command: COMMAND, sentBy: 'supervisor', mode: 'good', rows: 1000, faulty: 37 });
    expect(seen.body.entries).toHaveLength(963);
    const [entry] = seen.body.entries;
    expect(entry).toMatchObject({ row: 3, standing: 'entry-recorded', title: '已登记' });
    const { body: dispute } = await world.call('GET', `/v1/mediation/dispute/${entry.streamId}`);
    const [event] = dispute.events;
    expect([event.source, event.correlationId, event.eventId]).toEqual(['IMPORT', batch, entry.eventId]);
    expect([event.data.caseNo, event.data.acceptedOn]).toEqual(['A007', '2023-03-06']);
    const listed = await world.call('GET', `/v1/entry-batches?bureau=${BUREAU}`, { as: 'supervisor' });
    expect(listed.body.batches.map((item: { batchId: string }) => item.batchId)).toEqual([batch]);
  });

  it('put right and sent again, only what was wrong is recorded', async () => {
    const workbook = await opened(bytes);
    const sheet = sheetOf(workbook);
    const places = placesIn(sheet);
    for (const at of FAULTY)
      for (const [name, value] of Object.entries(right(at, titles)))
        sheet.getCell(at + 3, places.get(name) ?? 0).value = value;
    const fixed = Buffer.from(await workbook.xlsx.writeBuffer());
    const answer = await send(fixed, 'all');
    expect([answer.status, answer.body.recorded, answer.body.known, answer.body.faulty]).toEqual([201, 37, 963, 0]);
    expect(await figure()).toBe('1000');
  });
});

describe('a batch taken back', () => {
  let batch: string;
  let bytes: Buffer;
  let entries: readonly { readonly row: number; readonly streamId: string; readonly eventId: string }[];
  let before: string;
  const reverse = (as: Person, body: object = { reason: 'entered-twice' }) =>
    world.call('POST', `/v1/entry-batches/${batch}/reversal`, { as, body });
  const approve = (as: Person) => world.call('POST', `/v1/entry-batches/${batch}/reversal/approval`, { as });
  const record = (streamId: string, name: string, data: object, as: Person = 'supervisor') =>
    world.call('POST', `/v1/mediation/dispute/${streamId}/${name}`, {
      ...{ as, body: { office: OFFICE, data } },
      headers: { 'idempotency-key': randomUUID() },
    });

  beforeAll(async () => {
    const titles = await fieldTitles();
    before = await figure();
    const rows = Array.from({ length: 40 }, (_, at) => right(at * 2, titles, 'B'));
    bytes = await filledIn(await template(COMMAND, 'clerk'), rows);
    const answer = await send(bytes, 'all', { as: 'clerk' });
    expect([answer.status, answer.body.recorded]).toEqual([201, 40]);
    batch = answer.body.batch;
    entries = (await world.call('GET', `/v1/entry-batches/${batch}`, { as: 'clerk' })).body.entries;
    expect(Number(await figure())).toBe(Number(before) + 40);
  });

  it('is nobody else’s to see or to take back', async () => {
    expect((await world.call('GET', `/v1/entry-batches/${batch}`, { as: 'stranger' })).status).toBe(404);
    expect((await world.call('GET', `/v1/entry-batches/${batch}`, { as: 'clerk2' })).status).toBe(404);
    const { body } = await world.call('GET', `/v1/entry-batches?bureau=${BUREAU}`, { as: 'clerk2' });
    expect(body.batches.map((item: { batchId: string }) => item.batchId)).not.toContain(batch);
    expect((await reverse('stranger')).status).toBe(404);
    expect((await approve('director')).body.code).toBe('entry-not-asked');
  });

  it('in one call asked for and one call approved: figures are as before, what moved on since is listed and left alone', async () => {
    const [correctedRow, followedRow, pendingRow, ...others] = entries as [
      ...[(typeof entries)[0], (typeof entries)[0], (typeof entries)[0]],
      ...(typeof entries)[0][],
    ];
    const asked = await record(correctedRow.streamId, 'request-correction', {
      ...{ eventId: correctedRow.eventId, patch: { peopleInvolved: 9 }, reason: 'entry-error' },
    });
    const requestId = asked.body.eventIds[0];
    expect((await record(correctedRow.streamId, 'approve-correction', { requestId }, 'director')).status).toBe(201);
    const held = { heldOn: '2023-03-08', place: '桃花社区' };
    expect((await record(followedRow.streamId, 'hold-mediation-session', held)).status).toBe(201);
    // Somebody asks for another change in the name of the batch: that is not what is approved with it.
    const foreign = await world.call('POST', `/v1/mediation/dispute/${pendingRow.streamId}/request-correction`, {
      ...{ as: 'supervisor', headers: { 'idempotency-key': randomUUID(), 'x-correlation-id': batch } },
      body: {
        office: OFFICE,
        data: { eventId: pendingRow.eventId, patch: { peopleInvolved: 90 }, reason: 'entry-error' },
      },
    });
    expect(foreign.status).toBe(201);

    const left = [
      [correctedRow.row, 'entry-changed-since', '登记后已更正'],
      [followedRow.row, 'entry-followed', '其后已有业务登记'],
      [pendingRow.row, 'entry-request-open', '另有更正申请待批'],
    ];
    const said = (body: { left: { row: number; code: string; title: string }[] }) =>
      body.left.map(({ row, code, title: zh }) => [row, code, zh]);
    const first = await reverse('clerk');
    expect([first.status, first.body.reached, said(first.body)]).toEqual([200, others.length, left]);
    expect(Number(await figure())).toBe(Number(before) + 40);
    // A second call asks for nothing twice.
    const stored = await world.stored();
    expect((await reverse('clerk')).body.reached).toBe(0);
    expect(await world.stored()).toBe(stored);
    expect((await approve('clerk')).status).toBe(403);

    const done = await approve('director');
    expect([done.status, done.body.reached, said(done.body)]).toEqual([200, others.length, left]);
    expect(Number(await figure())).toBe(Number(before) + 3);
    expect((await world.call('GET', `/v1/entry-batches/${batch}`, { as: 'clerk' })).body.entries[5].standing).toBe(
      'entry-reversed',
    );
    const { body: history } = await world.call('GET', `/v1/mediation/dispute/${others[0]?.streamId}`);
    expect(history.events.map((event: { type: string; recordedBy: string }) => [event.type, event.recordedBy])).toEqual(
      [
        ['mediation.DisputeAccepted', 'clerk'],
        ['mediation.CorrectionRequested', 'clerk'],
        ['mediation.RecordVoided', 'director'],
      ],
    );
    expect((await approve('director')).body.code).toBe('entry-not-asked');
  });

  it('may be sent again, and what was left alone is not recorded twice', async () => {
    const again = await send(bytes, 'all', { as: 'clerk' });
    expect([again.status, again.body.recorded, again.body.known]).toEqual([201, 37, 3]);
    expect(again.body.batch).not.toBe(batch);
    expect(Number(await figure())).toBe(Number(before) + 40);
    batch = again.body.batch;
  });

  it('after 24 hours is no longer taken back as a whole', async () => {
    await world.platform.pool.query(
      `update entry.batch set sent_at = sent_at - interval '25 hours' where batch_id = $1`,
      [batch],
    );
    const answer = await reverse('clerk');
    expect([answer.status, answer.body.code]).toEqual([422, 'entry-batch-too-old']);
  });
});

describe('who may, and what is refused', () => {
  it('goes on with a case by its id or its number, and asks of each row what the command asks', async () => {
    const command = 'mediation.HoldMediationSession';
    const path = `/v1/entry-workbooks/${command}`;
    const titles = await titlesOf(await template(command));
    expect(titles.slice(0, 4)).toEqual(['序号', '单位', '档案编号', titles[3]]);
    const row = (stream: string | null): Row => ({
      ...{ 单位: '甲司法所', 档案编号: stream, [titles[3] ?? '']: '2023-03-09', [titles[4] ?? '']: '桃花社区' },
    });
    const bytes = await filledIn(await template(command), [
      row('430922001T1:A007'),
      row('430922001T1:nobody'),
      row(null),
      row(randomUUID()),
    ]);
    const { body } = await send(bytes, 'good', {}, path);
    expect([body.recorded, body.faults.map((fault: { row: number; code: string }) => [fault.row, fault.code])]).toEqual(
      [
        1,
        [
          [4, 'not-found'],
          [5, 'missing'],
          [6, 'not-found'],
        ],
      ],
    );
  });

  it('takes a person by number or reference, and registers who is new with the row that names him, once', async () => {
    const command = 'legal-aid.DraftDocument';
    const path = `/v1/entry-workbooks/${command}`;
    const titles = await titlesOf(await template(command));
    const of = (part: string): string => titles.find((known) => known.endsWith(part)) ?? part;
    const { personRef } = await world.platform.persons.register(BUREAU, person('by reference'));
    const filled = (said: Row): Row => ({
      ...{ 单位: '甲司法所', [titles[2] ?? '']: '2023-03-09', [titles[3] ?? '']: '起诉状' },
      ...said,
    });
    const bytes = await filledIn(await template(command), [
      filled({ [of('证件号码')]: person('drafted').idNo ?? '', [of('姓名')]: '赵某某' }),
      filled({
        [of('证件号码')]: 'E12345678',
        [of('姓名')]: 'A. Visitor',
        [of('证件类型')]: '护照',
        [of('性别')]: '女',
      }),
      filled({
        [of('姓名')]: '钱某某',
        [of('证件类型')]: '无证件',
        [of('性别')]: '男',
        [of('出生日期')]: '2015年5月6日',
      }),
      filled({ [of('证件号码')]: person('p1').idNo ?? '' }),
      filled({ [of('证件号码')]: personRef }),
    ]);
    const before = await count('people.person');
    const tried = await send(bytes, 'check', {}, path);
    expect([tried.body.faults, tried.body.good]).toEqual([[], 5]);
    expect(await count('people.person')).toBe(before);
    const done = await send(bytes, 'all', {}, path);
    expect([done.status, done.body.recorded]).toEqual([201, 5]);
    expect(await count('people.person')).toBe(before + 3);
    const again = await send(bytes, 'all', {}, path);
    expect([again.body.recorded, again.body.known, await count('people.person')]).toEqual([0, 5, before + 3]);
    const { body } = await world.call('GET', `/v1/entry-batches/${done.body.batch}`);
    const drafted = await world.call('GET', `/v1/legal-aid/drafting/${body.entries[4].streamId}`);
    expect(drafted.body.events[0].data.personRef).toBe(personRef);
  });

  it('has no workbook for what nests lists, and none for who may not send the command', async () => {
    const asked = async (command: string, as: Person) =>
      (await world.call('GET', `/v1/entry-workbooks/${command}?bureau=${BUREAU}`, { as })).body.code;
    expect(await asked('legal-aid.ApplyForAid', 'supervisor')).toBe('entry-not-flat');
    expect(await asked('mediation.RequestVoid', 'supervisor')).toBe('entry-not-flat');
    expect(await asked('mediation.ConfirmDifficulty', 'clerk')).toBe('not-permitted');
    expect(await asked('mediation.Nothing', 'clerk')).toBe('unknown-command');
    expect(await asked(COMMAND, 'reader')).toBe('not-permitted');
    expect(await asked(COMMAND, 'stranger')).toBe('not-found');
  });

  it('records nothing for an office of others, and says so at the office', async () => {
    const titles = await fieldTitles();
    const bytes = await filledIn(await template(), [right(1, titles, 'C')]);
    const { body } = await send(bytes, 'good', { as: 'clerk' });
    expect([body.recorded, body.faults.map((fault: { at: string; code: string }) => [fault.at, fault.code])]).toEqual([
      0,
      [['office', 'not-found']],
    ]);
  });

  it('refuses a file that is none, one of another command, and one that is too large', async () => {
    const other = await template('mediation.HoldMediationSession');
    const refused = async (file: Buffer) => {
      const { status, body } = await send(file, 'check');
      return [status, body.code, body.details?.[0]?.code];
    };
    expect(await refused(Buffer.from('PK nothing'))).toEqual([422, 'entry-workbook-refused', 'not-a-zip']);
    expect(await refused(other)).toEqual([422, 'entry-workbook-refused', 'entry-other-command']);
    expect(await refused(await template())).toEqual([422, 'entry-workbook-refused', 'entry-no-rows']);
    expect(await refused(Buffer.alloc(6 * 2 ** 20))).toEqual([413, 'too-large', undefined]);
    const asJson = await world.call('POST', `${PATH}?mode=check&bureau=${BUREAU}`, { body: {} });
    expect(asJson.status).toBe(415);
  });
});
