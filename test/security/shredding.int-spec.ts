import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileKey } from '#adapters/postgres/person-registry/file-key.js';
import { keyPlace } from '#adapters/postgres/person-registry/person-vault.js';
import { forgetKeys, rotateKeys } from '#adapters/postgres/person-registry/rotate-keys.js';
import { suiteNames } from '#adapters/postgres/person-registry/suite-names.js';
import { suiteNamed } from '#adapters/postgres/person-registry/suites.js';
import { verifyLedger } from '#adapters/postgres/verify/verify-ledger.js';
import { systemRandom } from '#adapters/system/random.js';
import { periodStreamId } from '#kernel/seal.js';
import { fiscalYear } from '#kernel/period.js';
import { dossiers } from '#lines/dossiers/index.js';
import { reporting } from '#lines/reporting/index.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, matter } from '../e2e/api-world.js';
import { filesIn, hitsIn, textOf } from '../support/canaries.js';
import { type LaunchedServer, launchEmbedded, temporaryFolder } from '../support/embedded-server.js';
import { notary } from '../support/notary.js';

const SUBJECTS = process.env['SECURITY'] === 'long' ? 100 : 12;
jest.setTimeout(600_000);

const EVENTS = "select md5(string_agg(e::text, '' order by position)) as all from es.event e where position <= $1";
const WRAPPED = /[a-z0-9-]{4,40}:[0-9a-f]{8}:[A-Za-z0-9+/]{40,200}={0,2}/g;

interface Subject {
  readonly ref: string;
  readonly name: string;
  readonly idNo: string;
  readonly phone: string;
  readonly address: string;
}

let server: LaunchedServer;
let world: ApiWorld;
const folder = temporaryFolder();
const dataDir = join(folder, 'data');
const written = join(folder, 'written');
const keys = join(folder, 'keys');

beforeAll(async () => {
  for (const path of [written, keys]) mkdirSync(path);
  server = await launchEmbedded(dataDir);
  world = await ApiWorld.open([notary, reporting, dossiers], { place: { url: server.url, folder: keys } });
});
afterAll(async () => {
  await world.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A mark nobody else has in every field: four rare characters of a plane nothing else is written in, or digits. */
const rare = (at: number, salt: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((nth) => 0x4e00 + ((at * 7919 + salt * 104_729 + nth * 4871) % 20_000)));

const register = async (at: number): Promise<Subject> => {
  const person = {
    name: rare(at, 1),
    idNo: `C${String(730_000_000_000 + at * 7_777_777)}`,
    phone: `1990${String(4_000_000 + at * 31_337)}`,
    address: `${rare(at, 2)}${rare(at, 3)}`,
  };
  const { status, body } = await world.call('POST', '/v1/persons', {
    body: { bureau: BUREAU, ...person, idType: 'passport', sex: 'female', birthDate: '1980-01-02' },
  });
  expect(status).toBe(201);
  return { ref: body.personRef, ...person };
};

const figures = async (): Promise<object> => {
  await world.platform.projector.catchUp();
  const { body } = await world.call('GET', `/v1/indicators?period=2010&bureau=${BUREAU}`);
  // Where a figure opens to is at a newer position every time it is read.
  return body.values.map(({ evidence: _, seal, ...value }: { evidence: string; seal?: { causes: string } }) => ({
    ...value,
    seal: { ...seal, causes: undefined },
  })) as object;
};
const sealed = async (): Promise<object> =>
  (await world.call('GET', `/v1/periods/${periodStreamId(BUREAU, 'notary', fiscalYear(2010))}/seals/1`)).body as object;

it(`${SUBJECTS} persons leave no trace in clear, and half of them, erased, are beyond every key`, async () => {
  const subjects: Subject[] = [];
  for (let at = 0; at < SUBJECTS; at += 1) {
    const subject = await register(at);
    subjects.push(subject);
    const streamId = randomUUID();
    const office = at % 2 === 0 ? OFFICE : OFFICE_2;
    const accepted = matter(`S-${at}`, { personRef: subject.ref, acceptedOn: '2010-03-04' });
    expect((await world.command('accept-matter', streamId, accepted, { office })).status).toBe(201);
    await world.call('GET', `/v1/persons?q=${encodeURIComponent(subject.name)}&bureau=${BUREAU}`);
    await world.call('GET', `/v1/persons/${subject.ref}`, { as: 'clerk2' });
    await world.call('GET', `/v1/persons/${subject.ref}/export?reason=x`);
  }
  await world.call('POST', `/v1/persons/${subjects[0]?.ref}/merge`, {
    body: { into: subjects[1]?.ref, reason: 'same-number' },
  });
  await world.call('POST', `/v1/persons/${subjects[2]?.ref}/break-glass`, {
    as: 'clerk2',
    body: { reason: '夜间突发协查', minutes: 5 },
  });
  // Wrong input is what logs and refusals are made of.
  await world.call('POST', '/v1/persons', {
    body: { bureau: BUREAU, ...subjects[3], idType: 'resident-id', sex: 'x' },
  });
  await figures();
  const closed = await world.call('POST', '/v1/periods/close', {
    as: 'director',
    body: { bureau: BUREAU, line: 'notary', period: '2010', explanations: [{ rule: '*', reason: '演练' }] },
  });
  expect(closed.status).toBe(201);
  for (const [name, path] of [
    ['register', `/v1/registers/notary.matters?bureau=${BUREAU}&limit=500`],
    ['evidence', `/v1/indicators/NT-05/evidence?period=2010&bureau=${BUREAU}`],
    ['figures', `/v1/indicators?period=2010&bureau=${BUREAU}`],
    ['glasses', `/v1/break-glass?bureau=${BUREAU}`],
    ['lines', '/v1/lines'],
  ] as const)
    writeFileSync(join(written, `${name}.json`), JSON.stringify((await world.call('GET', path)).body));
  writeFileSync(join(written, 'log.json'), world.logged.join('\n'));

  const { pool } = world.platform;
  await pool.query('checkpoint');
  const marks = subjects.flatMap(({ name, idNo, phone, address }) => [name, idNo, phone, address]);
  const everything = (): readonly string[] => [dataDir, written, keys].flatMap(filesIn);
  const before = await hitsIn(everything(), marks);
  expect(before.hits).toEqual([]);

  const [shown, seal] = [await figures(), await sealed()];
  const position = await world.platform.feed.head();
  const events = (await pool.query(EVENTS, [position])).rows;
  const backup = (await pool.query<{ person_ref: string; wrapped_key: string }>('select * from people_keys.person_key'))
    .rows;
  const erased = subjects.filter((_, at) => at >= 4 && at % 2 === 0).concat(subjects.slice(0, 2));
  const gone = erased.slice(0, SUBJECTS / 2);
  for (const { ref } of gone) {
    const ground = '个人信息保护法 第四十七条';
    const { status } = await world.call('POST', `/v1/persons/${ref}/erasure`, { body: { ground } });
    expect(status).toBe(201);
    const approved = await world.call('POST', `/v1/persons/${ref}/erasure/approval`, { as: 'director' });
    expect(approved.status).toBe(200);
  }

  /** Every wrapped key there is to be had: of an old backup, and whatever lies about in the files of the database. */
  const carved = (): readonly string[] => [
    ...backup.map(({ wrapped_key }) => wrapped_key),
    ...filesIn(dataDir).flatMap((file) => textOf(file).match(WRAPPED) ?? []),
  ];
  const source = { keyFile: join(keys, 'person.key') };
  const opened = async (): Promise<number> => {
    const texts = [...new Set(carved())];
    const retained = suiteNames.map((name) => new FileKey(source.keyFile, suiteNamed(name), systemRandom));
    let found = 0;
    for (const { ref } of gone) {
      const tries = texts.flatMap((text) =>
        retained.map((key) =>
          key.unwrap([{ text, place: keyPlace(ref) }]).then(
            () => 1,
            () => 0,
          ),
        ),
      );
      if ((await Promise.all(tries)).some((hit) => hit === 1)) found += 1;
    }
    return found;
  };
  // With the master key of then, an old copy opens: what is proved below is not that nobody tried.
  expect(await opened()).toBe(gone.length);
  await rotateKeys(pool, source, systemRandom);
  await forgetKeys(pool, source, systemRandom);
  await pool.query('checkpoint');
  const decryptable = await opened();
  expect(decryptable).toBe(0);

  const kept = subjects.filter(({ ref }) => !gone.some((one) => one.ref === ref));
  const merged = subjects[0]?.ref;
  for (const { ref, name, idNo } of kept)
    if (ref !== merged) expect(await world.platform.persons.reveal(ref)).toMatchObject({ name, idNo });
  for (const { ref } of gone) expect(await world.platform.persons.reveal(ref)).toBe('erased');
  expect(await figures()).toEqual(shown);
  expect(await sealed()).toEqual(seal);
  expect((await pool.query(EVENTS, [position])).rows).toEqual(events);
  const { store, registry } = world.platform;
  const verified = await verifyLedger({ pool, store, registry, calendar: world.platform.calendar() });
  expect([verified.differences, verified.balances]).toEqual([[], []]);
  const after = await hitsIn(everything(), marks);
  expect(after.hits).toEqual([]);

  // The search is not blind: a mark in a table of the same database is found.
  await pool.query('create table planted as select $1::text as mark', [subjects[5]?.name]);
  await pool.query('checkpoint');
  expect((await hitsIn(filesIn(dataDir), marks)).hits.length).toBeGreaterThan(0);

  process.stdout.write(
    `shredding: ${SUBJECTS} subjects, ${marks.length} marks, ${before.bytes + after.bytes} bytes searched: ${before.hits.length + after.hits.length} hits in clear; ` +
      `${gone.length} keys destroyed: ${decryptable} decryptable with every retained key, ${kept.length} intact; figures, seal and events unchanged\n`,
  );
});
