import { randomUUID } from 'node:crypto';
import { deriveAgain } from '#adapters/platform/derive-again.js';
import { verifyLedger } from '#adapters/postgres/verify/verify-ledger.js';
import { corrections } from '#lines/corrections/index.js';
import { dossiers } from '#lines/dossiers/index.js';
import { reveal } from '#application/persons/reveal.js';
import { checkSignOf } from '#kernel/identity-number.js';
import { notary } from '../support/notary.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, type Person, matter } from './api-world.js';

/** The small line, with a law that has matters kept for five years. */
const kept = { ...notary, retention: [{ record: 'notary.matter', years: 5, ground: '公证法 第二十九条' }] };

let world: ApiWorld;
beforeEach(async () => (world = await ApiWorld.open([kept, dossiers])));
afterEach(() => world.close());

let numbers = 100;
let matters = 0;
const numberOf = (born: string, order = String((numbers += 2))): string => {
  const body = `430922${born.replaceAll('-', '')}${order}`;
  return `${body}${checkSignOf(body)}`;
};

const register = async (name: string, born = '1980-05-06', more: object = {}): Promise<string> => {
  const idNo = numberOf(born);
  const { status, body } = await world.call('POST', '/v1/persons', {
    body: { bureau: BUREAU, name, idType: 'resident-id', idNo, sex: 'female', birthDate: born, ...more },
  });
  expect(status).toBe(201);
  return body.personRef;
};
/** A matter of a person; gives the stream. */
const accept = async (personRef: string, office = OFFICE, on = '2023-03-06'): Promise<string> => {
  const streamId = randomUUID();
  const { status } = await world.command(
    'accept-matter',
    streamId,
    matter(`M-${(matters += 1)}`, { personRef, acceptedOn: on }),
    { office },
  );
  expect(status).toBe(201);
  return streamId;
};
const find = async (q: string, as: Person = 'supervisor') =>
  (await world.call('GET', `/v1/persons?q=${encodeURIComponent(q)}&bureau=${BUREAU}`, { as })).body.persons as {
    person: string;
    view: string;
    name: string;
    idNo: string;
  }[];
/** Whoever is charged with minors says why. */
const one = (ref: string, as: Person) =>
  world.call('GET', `/v1/persons/${ref}${as === 'minors' ? '?reason=x' : ''}`, { as });
const figures = async (asOf?: number) => {
  await world.platform.projector.catchUp();
  const { body } = await world.call(
    'GET',
    `/v1/indicators?period=2023&bureau=${BUREAU}${asOf === undefined ? '' : `&asOf=${asOf}`}`,
  );
  return Object.fromEntries(
    body.values.map(({ code, printed }: { code: string; printed: string }) => [code, printed]),
  ) as Record<string, string>;
};
const evidenceOf = async (code: string) =>
  (await world.call('GET', `/v1/indicators/${code}/evidence?period=2023&bureau=${BUREAU}`)).body.rows as {
    person?: string;
    streamId: string;
  }[];
const expectSound = async () => {
  const { pool, store, registry } = world.platform;
  const found = await verifyLedger({ pool, store, registry, calendar: world.platform.calendar() });
  expect([found.differences, found.balances]).toEqual([[], []]);
};

describe('a person is found', () => {
  it('by name, its beginning, pinyin, initials, the end of the number and the whole of it, and by nothing else', async () => {
    const idNo = numberOf('1980-05-06', '119');
    const shan = await register('单雄信', '1980-05-06', { idNo, sex: 'male' });
    await register('王小明');
    for (const asked of ['单雄信', '单', '单雄', 'shanxiongxin', 'ShanXiong', 'dan', 'sxx', 'sx', idNo.slice(-6), idNo])
      expect([asked, (await find(asked)).map(({ person }) => person)]).toEqual([asked, [shan]]);
    for (const asked of ['雄信', '12345', 'xiong', '单雄飞', '%', '_', idNo.slice(0, 10)])
      expect([asked, await find(asked)]).toEqual([asked, []]);
  });

  it('whole by the office that has to do with him, and masked by others of the bureau, by raw JSON', async () => {
    const ref = await register('单雄信', '1980-05-06', { phone: '13900000001', address: '示例路一号' });
    await accept(ref, OFFICE);
    const [mine] = await find('单雄信', 'clerk');
    expect(mine).toMatchObject({
      person: ref,
      view: 'whole',
      name: '单雄信',
      phone: '13900000001',
      birthDate: '1980-05-06',
    });
    const [theirs] = await find('单雄信', 'clerk2');
    expect(theirs).toEqual({
      person: ref,
      records: [ref],
      view: 'masked',
      name: '单*',
      idType: 'resident-id',
      idNo: `4309${'*'.repeat(10)}${mine?.idNo.slice(-4)}`,
      sex: 'female',
    });
    expect((await world.call('GET', `/v1/persons?q=x&bureau=${BUREAU}`, { as: 'stranger' })).status).toBe(404);
    expect((await one(ref, 'stranger')).body).toMatchObject({ status: 404, code: 'not-found' });
    const nobody = await one(randomUUID(), 'stranger');
    expect(nobody.body.detail).toEqual((await one(ref, 'stranger')).body.detail);
    expect((await one(ref, 'reader')).status).toBe(403);
  });

  it('by an office he ever had a record with, after the record has moved on', async () => {
    const ref = await register('单雄信');
    const streamId = await accept(ref, OFFICE);
    await world.command('move-matter', streamId, { toOffice: OFFICE_2, movedOn: '2023-04-01' });
    await world.command(
      'pay-fee',
      streamId,
      { receiptNo: 'X', amount: '1.00', paidOn: '2023-04-02' },
      { office: OFFICE_2 },
    );
    for (const clerk of ['clerk', 'clerk2'] as const) expect((await one(ref, clerk)).body.view).toBe('whole');
  });

  it('page by page', async () => {
    const refs = [await register('张一'), await register('张二'), await register('张三')];
    const first = (await world.call('GET', `/v1/persons?q=zhang&bureau=${BUREAU}&limit=2`)).body;
    expect(first.persons).toHaveLength(2);
    const second = (await world.call('GET', `/v1/persons?q=zhang&bureau=${BUREAU}&limit=2&after=${first.next}`)).body;
    expect([...first.persons, ...second.persons].map(({ person }: { person: string }) => person).sort()).toEqual(
      [...refs].sort(),
    );
    expect(second.next).toBeUndefined();
  });
});

describe('two records of one person', () => {
  it('are found with reasons: same number, same name and birth date, a name that sounds alike', async () => {
    const a = await register('张丽娟', '1979-01-02');
    const b = await register('张丽娟', '1979-01-02');
    const c = await register('章莉君', '1979-01-02');
    const d = await register('张丽娟', '1979-01-03');
    const passport = { idType: 'passport', idNo: 'G12345678', birthDate: undefined };
    const e = await register('李四', '1981-01-01', passport);
    const f = await register('李 四', '1981-01-01', { ...passport, idType: 'foreign-permanent-resident' });
    const { body } = await world.call('GET', `/v1/persons/duplicates?bureau=${BUREAU}`);
    const found = body.duplicates.map(({ persons, reasons }: never) => [
      (persons as { person: string }[]).map(({ person }) => person).sort(),
      (reasons as { code: string }[]).map(({ code }) => code),
    ]);
    expect(found).toEqual([
      [[e, f].sort(), ['number']],
      [[a, b].sort(), ['same-name', 'near-name']],
    ]);
    expect(JSON.stringify(found)).not.toContain(d);
    expect(c).toBeDefined();
  });

  it('count once when merged, 人 −1 and 人次 the same, and as before when taken apart; every past view stays', async () => {
    const [one_, two, other] = [await register('张一'), await register('张 一'), await register('李二')];
    const streams = [await accept(one_), await accept(one_), await accept(two, OFFICE_2), await accept(other)];
    const before = await figures();
    expect([before['NT-05'], before['NT-01']]).toEqual(['3', '4']);
    const merged = await world.call('POST', `/v1/persons/${two}/merge`, {
      body: { into: one_, reason: 'mistyped-number' },
    });
    expect(merged.status).toBe(201);
    const after = await figures();
    expect(after).toEqual({ ...before, 'NT-05': '2' });
    expect(new Set((await evidenceOf('NT-05')).map(({ person }) => person))).toEqual(new Set([one_, other]));
    expect((await evidenceOf('NT-05')).map(({ streamId }) => streamId).sort()).toEqual([...streams].sort());
    expect(await figures(merged.body.position - 1)).toEqual(before);
    await expectSound();
    expect((await one(two, 'clerk2')).body).toMatchObject({
      person: one_,
      records: expect.arrayContaining([one_, two]),
    });

    await deriveAgain(world.platform as never);
    expect(await figures()).toEqual(after);
    expect(await figures(merged.body.position - 1)).toEqual(before);
    await expectSound();

    const apart = await world.call('POST', `/v1/persons/${two}/unmerge`, { body: { reason: 'merged-by-mistake' } });
    expect(await figures()).toEqual(before);
    expect(await figures(apart.body.position - 1)).toEqual(after);
    expect(await figures(merged.body.position - 1)).toEqual(before);
    await expectSound();
    const stored = await world.platform.store.load(merged.body.streamId);
    expect(stored?.events.map(({ type }) => type)).toEqual(['dossiers.PersonMerged', 'dossiers.PersonUnmerged']);
    const again = await world.call('POST', `/v1/persons/${two}/merge`, {
      body: { into: one_, reason: 'checked-in-person' },
    });
    expect([again.status, await figures()]).toEqual([201, after]);
  });

  it('may be three, and are merged only as a chain that ends', async () => {
    const [a, b, c] = [await register('张一'), await register('张 一'), await register('张一一')];
    for (const ref of [a, b, c]) await accept(ref);
    const merge = (ref: string, into: string) =>
      world.call('POST', `/v1/persons/${ref}/merge`, { body: { into, reason: 'same-number' } });
    expect((await merge(a, b)).status).toBe(201);
    expect((await merge(b, a)).body).toMatchObject({ status: 409, code: 'already-merged' });
    expect((await merge(c, a)).body).toMatchObject({ status: 409, code: 'already-merged' });
    expect((await merge(c, c)).body).toMatchObject({ status: 409 });
    expect((await merge(b, c)).status).toBe(201);
    expect((await figures())['NT-05']).toBe('1');
    expect((await one(a, 'supervisor')).body.person).toBe(c);
    expect(
      (await world.call('POST', `/v1/persons/${a}/merge`, { as: 'clerk', body: { into: b, reason: 'same-number' } }))
        .status,
    ).toBe(403);
    expect((await merge(randomUUID(), c)).status).toBe(404);
  });
});

describe('a minor whose record is sealed', () => {
  const ground = '刑事诉讼法 第二百八十六条';
  it('is seen by nobody but who is charged with minors, absent from every list; figures stay', async () => {
    const ref = await register('单小小', '2008-05-06');
    const streamId = await accept(ref);
    const before = await figures();
    const sealed = await world.call('POST', `/v1/persons/${ref}/seal`, { as: 'minors', body: { ground } });
    expect(sealed.status).toBe(201);
    for (const as of ['chief', 'supervisor', 'director', 'clerk'] as const) {
      expect([as, await find('单小小', as)]).toEqual([as, []]);
      expect([as, (await one(ref, as)).status]).toEqual([as, 404]);
      const register_ = await world.call('GET', `/v1/registers/notary.matters?bureau=${BUREAU}`, { as });
      const [row] = register_.body.rows as { person?: string; streamId: string }[];
      expect([as, row?.streamId, Object.keys(row ?? {}).includes('person')]).toEqual([as, streamId, false]);
      const seen = [
        register_,
        await world.call('GET', `/v1/notary/matter/${streamId}`, { as }),
        await world.call('GET', `/v1/indicators/NT-05/evidence?period=2023&bureau=${BUREAU}`, { as }),
        await world.call('GET', `/v1/dossiers/seal/${sealed.body.streamId}`, { as }),
        await world.call('GET', `/v1/registers/dossiers.merges?bureau=${BUREAU}`, { as }),
      ];
      expect(JSON.stringify(seen.map(({ body }) => body as unknown))).not.toContain(ref);
    }
    expect(await figures()).toEqual(before);
    expect((await one(ref, 'minors')).body).toMatchObject({ view: 'whole', name: '单小小' });
    expect((await world.call('GET', `/v1/persons/${ref}/export?reason=x`)).status).toBe(404);
    expect((await world.call('POST', `/v1/persons/${ref}/unseal`, { as: 'chief', body: { ground } })).status).toBe(403);
    await world.call('POST', `/v1/persons/${ref}/unseal`, { as: 'minors', body: { ground } });
    expect((await one(ref, 'clerk')).body.view).toBe('whole');
  });

  it('is no key of a row either: the row is told without it', async () => {
    await world.close();
    world = await ApiWorld.open([corrections, dossiers]);
    const ref = await register('单小小', '2008-05-06');
    const streamId = randomUUID();
    const pool = (command: string, data: object) =>
      world.call('POST', `/v1/corrections/device-pool/${streamId}/${command}`, {
        body: { office: OFFICE, data },
        headers: { 'idempotency-key': randomUUID() },
      });
    const lot = { lotId: randomUUID(), purchasedOn: '2023-01-04', kind: 'wristband', quantity: 3 };
    expect((await pool('purchase-device-licence', lot)).status).toBe(201);
    const assigned = await pool('assign-device-licence', { assignedOn: '2023-02-01', personRef: ref });
    expect(assigned.status).toBe(201);
    await world.call('POST', `/v1/persons/${ref}/seal`, { as: 'minors', body: { ground } });
    await world.platform.projector.catchUp();
    const told = async (as: Person) => {
      const answers = [
        await world.call('GET', `/v1/registers/corrections.device-assignments?bureau=${BUREAU}`, { as }),
        await world.call('GET', `/v1/corrections/device-pool/${streamId}`, { as }),
        await world.call('GET', `/v1/events/${assigned.body.position}/impact`, { as }),
      ];
      return answers.map(({ status, body }) => [status, JSON.stringify(body).includes(ref)]);
    };
    const without = Array.from({ length: 3 }, () => [200, false]);
    for (const as of ['chief', 'supervisor', 'clerk'] as const) expect([as, await told(as)]).toEqual([as, without]);
    expect(await told('minors')).toContainEqual([200, true]);
  });

  it('stays sealed where his records are merged with others', async () => {
    const [ref, twin] = [await register('单小小', '2008-05-06'), await register('单小小', '2008-05-06')];
    await world.call('POST', `/v1/persons/${ref}/seal`, { as: 'minors', body: { ground } });
    await world.call('POST', `/v1/persons/${ref}/merge`, { body: { into: twin, reason: 'same-number' } });
    expect((await one(twin, 'supervisor')).status).toBe(404);
    expect((await one(twin, 'minors')).status).toBe(200);
  });
});

describe('breaking the glass', () => {
  const ask = (ref: string, as: Person, body: object = { reason: '夜间突发协查', minutes: 30 }) =>
    world.call('POST', `/v1/persons/${ref}/break-glass`, { as, body });

  it('opens one person to one caller until its time, and is listed to the supervisor', async () => {
    const [ref, other] = [await register('单雄信'), await register('王小明')];
    await accept(ref);
    await accept(other);
    expect((await one(ref, 'clerk2')).body.view).toBe('masked');
    const { status, body } = await ask(ref, 'clerk2');
    expect(status).toBe(201);
    expect((await one(ref, 'clerk2')).body).toMatchObject({ view: 'whole', name: '单雄信' });
    expect((await one(other, 'clerk2')).body.view).toBe('masked');
    await world.platform.projector.catchUp();
    const { body: list } = await world.call('GET', `/v1/break-glass?bureau=${BUREAU}`);
    expect(list.rows).toMatchObject([
      { office: OFFICE_2, person: ref, by: 'clerk2', reason: '夜间突发协查', until: body.until },
    ]);
    expect((await world.call('GET', `/v1/break-glass?bureau=${BUREAU}`, { as: 'clerk2' })).status).toBe(403);
  });

  it('asks for a reason and a time of at most eight hours, and opens nobody of another bureau', async () => {
    const ref = await register('单雄信');
    expect((await ask(ref, 'clerk2', { minutes: 30 })).status).toBe(400);
    expect((await ask(ref, 'clerk2', { reason: 'x', minutes: 481 })).status).toBe(400);
    expect((await ask(ref, 'stranger')).status).toBe(404);
    expect((await ask(ref, 'reader')).status).toBe(403);
  });

  it('does not make the person one of the own office for good', async () => {
    const ref = await register('单雄信');
    await accept(ref);
    const { offices, store, takingPart, calendar, registry, persons, clock } = world.platform;
    await ask(ref, 'clerk2');
    const later = {
      ...{ offices, store, takingPart, calendar, registry, persons },
      mindsMinors: () => false,
      clock: {
        now: () => ({ ...clock.now(), now: new Date(Date.parse(clock.now().now) + 31 * 60_000).toISOString() }),
      },
    };
    const who = { name: 'clerk2', roles: ['office-clerk'], offices: [OFFICE_2] };
    const looker = {
      ...{ who, address: '127.0.0.1', requestId: randomUUID(), route: 'persons.one', object: `/v1/persons/${ref}` },
      recorded: new Set<string>(),
    };
    expect((await reveal(later, looker, { purpose: 'read' }, [ref])).get(ref)?.view).toBe('masked');
  });
});

describe('erasing a person', () => {
  const ground = '个人信息保护法 第四十七条';
  it('is refused while the law has a record kept, with the article, and the refusal is on record', async () => {
    const ref = await register('单雄信');
    await accept(ref, OFFICE, '2023-03-06');
    const { status, body } = await world.call('POST', `/v1/persons/${ref}/erasure`, { body: { ground } });
    expect([status, body.code]).toEqual([409, 'retention-duty']);
    expect(JSON.stringify(body)).toContain('公证法 第二十九条');
    const { events } = await world.platform.feed.read(0, 100);
    expect(events.at(-1)).toMatchObject({
      type: 'dossiers.ErasureRefused',
      data: { person: ref, duties: [{ recordKind: 'notary.matter', ground: '公证法 第二十九条' }] },
    });
    expect((await one(ref, 'supervisor')).body.view).toBe('whole');
  });

  it('takes two persons, leaves every figure, and nobody sees or finds the person after it', async () => {
    const ref = await register('单雄信');
    await accept(ref, OFFICE, '2010-03-06');
    const before = await figures();
    const approve = (as: Person) => world.call('POST', `/v1/persons/${ref}/erasure/approval`, { as });
    expect((await approve('director')).status).toBe(404);
    expect((await world.call('POST', `/v1/persons/${ref}/erasure`, { body: { ground } })).status).toBe(201);
    expect((await approve('supervisor')).body).toMatchObject({ status: 403, code: 'dossiers.second-person-needed' });
    expect((await one(ref, 'supervisor')).body.view).toBe('whole');
    expect((await approve('director')).status).toBe(200);
    expect((await one(ref, 'supervisor')).body).toEqual({ person: ref, records: [ref], view: 'erased' });
    expect(await find('单雄信')).toEqual([]);
    expect(await figures()).toEqual(before);
    expect((await approve('director')).status).toBe(200);
    await expectSound();
  });
});

describe('the export of a subject', () => {
  it('holds every record of the person and of records merged with his, and names no other person', async () => {
    const [ref, twin, other] = [await register('单雄信'), await register('单雄信'), await register('王小明')];
    const streams = [await accept(ref), await accept(twin, OFFICE_2)];
    await accept(other);
    const moved = await accept(other);
    const { body: described } = await world.call('GET', `/v1/notary/matter/${moved}`);
    const eventId = described.events[0].eventId as string;
    await world.call('POST', `/v1/persons/${twin}/merge`, { body: { into: ref, reason: 'same-number' } });
    const request = await world.command('request-correction', moved, {
      eventId,
      patch: { personRef: ref },
      reason: 'entry-error',
    });
    expect(request.status).toBe(201);
    await world.command('approve-correction', moved, { requestId: request.body.eventIds[0] }, { as: 'director' });
    await world.call('POST', `/v1/persons/${other}/seal`, { as: 'minors', body: { ground: '社区矫正法 第五十四条' } });
    const { body: corrected } = await world.call('GET', `/v1/notary/matter/${moved}`);
    expect(JSON.stringify(corrected)).toContain(ref);
    expect(JSON.stringify(corrected)).not.toContain(other); // not even as what was corrected
    const { status, body } = await world.call(
      'GET',
      `/v1/persons/${twin}/export?reason=${encodeURIComponent('本人申请')}`,
    );
    expect(status).toBe(200);
    expect(body.person).toMatchObject({ person: ref, name: '单雄信' });
    const held = body.records.map(({ streamId }: { streamId: string }) => streamId) as string[];
    expect(held).toEqual(expect.arrayContaining([...streams, moved]));
    expect(held).toHaveLength(streams.length + 2); // and the merger itself
    const text = JSON.stringify(body);
    expect(text).not.toContain(other);
    expect(text).toContain('第三人');
    expect((await world.call('GET', `/v1/persons/${ref}/export?reason=x`, { as: 'clerk' })).status).toBe(403);
  });
});

describe('the cases of a person', () => {
  const casesOf = async (ref: string, as: Person = 'supervisor') =>
    world.call('GET', `/v1/persons/${ref}/cases`, { as });

  it('are those of all records merged with his that the caller may open, the latest first', async () => {
    const [ref, twin] = [await register('单雄信'), await register('单雄信')];
    const first = await accept(ref, OFFICE);
    const second = await accept(twin, OFFICE_2, '2023-05-06');
    const merged = await world.call('POST', `/v1/persons/${twin}/merge`, {
      body: { into: ref, reason: 'new-document' },
    });
    expect(merged.status).toBe(201);
    const { status, body } = await casesOf(twin);
    expect(status).toBe(200);
    expect(body).toEqual({
      person: ref,
      cases: [
        {
          ...{ streamId: second, streamType: 'notary.matter', title: expect.any(String), state: expect.any(String) },
          ...{ office: OFFICE_2, firstOn: '2023-05-06', lastOn: '2023-05-06', events: 1 },
        },
        expect.objectContaining({ streamId: first, office: OFFICE, firstOn: '2023-03-06' }),
      ],
    });
    expect((await casesOf(ref, 'clerk')).body.cases).toMatchObject([{ streamId: first }]);
    expect((await casesOf(ref, 'clerk2')).body.cases).toMatchObject([{ streamId: second }]);
    expect((await casesOf(ref, 'stranger')).body.code).toBe('not-found');
    expect((await casesOf(randomUUID())).body.code).toBe('not-found');
    expect((await casesOf(ref, 'reader')).status).toBe(403);
  });

  it('are nobody’s to see where the person is sealed, but for those charged with minors', async () => {
    const ref = await register('单雄信');
    const streamId = await accept(ref);
    await world.call('POST', `/v1/persons/${ref}/seal`, { as: 'minors', body: { ground: '社区矫正法 第五十四条' } });
    expect((await casesOf(ref)).body.code).toBe('not-found');
    expect((await casesOf(ref, 'minors')).body.cases).toMatchObject([{ streamId }]);
  });
});

describe('a figure by office', () => {
  const ask = async (code: string, published: boolean) =>
    (
      await world.call(
        'GET',
        `/v1/indicators/${code}/offices?period=2023&bureau=${BUREAU}${published ? '&published=true' : ''}`,
        { as: 'reader' },
      )
    ).body;
  const printedOf = (body: { offices: { office: string; printed: string }[]; total: { printed: string } }) => [
    ...body.offices.filter(({ office }) => office !== BUREAU).map(({ printed }) => printed),
    body.total.printed,
  ];

  it('is told whole inside, and published without the numbers that tell of one or two', async () => {
    const twice = await register('张一');
    for (let nth = 0; nth < 4; nth += 1) await accept(await register('李二'), OFFICE);
    for (const ref of [twice, await register('王三')]) await accept(ref, OFFICE_2);
    await world.platform.projector.catchUp();
    expect(printedOf(await ask('NT-01', false))).toEqual(['4', '2', '6']);
    const published = await ask('NT-01', true);
    expect(printedOf(published)).toEqual(['不公布', '＜3', '6']);
    expect(JSON.stringify(published.offices)).not.toMatch(/"value":"[24]"/);
    await accept(twice, OFFICE); // counts in both offices, and once in all
    await world.platform.projector.catchUp();
    expect(printedOf(await ask('NT-05', false))).toEqual(['5', '2', '6']);
    expect(printedOf(await ask('NT-05', true))).toEqual(['5', '＜3', '不公布']);
    expect((await world.call('GET', `/v1/indicators/XX/offices?period=2023&bureau=${BUREAU}`)).status).toBe(404);
  });
});
