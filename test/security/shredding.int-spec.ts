import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { takeBaseBackup } from '#adapters/postgres/backup/base-backup.js';
import { type Archived, startArchivedPostgres } from '#adapters/postgres/backup/open-archive.js';
import { restoreBackup } from '#adapters/postgres/backup/restore.js';
import { clusterIn, passwordOf } from '#adapters/postgres/embedded/data-folder.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { FileKey } from '#adapters/postgres/person-registry/file-key.js';
import { keyPlace } from '#adapters/postgres/person-registry/person-vault.js';
import { forgetKeys, rotateKeys } from '#adapters/postgres/person-registry/rotate-keys.js';
import { suiteNames } from '#adapters/postgres/person-registry/suite-names.js';
import { suiteNamed } from '#adapters/postgres/person-registry/suites.js';
import { verifyLedger } from '#adapters/postgres/verify/verify-ledger.js';
import { systemClock } from '#adapters/system/clock.js';
import { systemRandom } from '#adapters/system/random.js';
import type { Uuid } from '#kernel/ids.js';
import { periodStreamId } from '#kernel/seal.js';
import { fiscalYear } from '#kernel/period.js';
import { dossiers } from '#lines/dossiers/index.js';
import { reporting } from '#lines/reporting/index.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, matter } from '../e2e/api-world.js';
import { type MarkedPerson, WRAPPED_KEY, filesIn, hitsIn, markedPerson, marksOf, textOf } from '../support/canaries.js';
import { temporaryFolder } from '../support/embedded-server.js';
import { notary } from '../support/notary.js';
import { archiveAll } from './backup-world.js';

const SUBJECTS = process.env['SECURITY'] === 'long' ? 100 : 6;
jest.setTimeout(600_000);

const EVENTS = "select md5(string_agg(e::text, '' order by position)) as all from es.event e where position <= $1";

interface Subject extends MarkedPerson {
  readonly ref: string;
}

let archived: Archived;
let world: ApiWorld;
const folder = temporaryFolder();
const dataDir = join(folder, 'data');
const written = join(folder, 'written');
const keys = join(folder, 'keys');
const backups = join(folder, 'backups');
const ofBackups = join(folder, 'backup-key');
const into = join(folder, 'restored');

beforeAll(async () => {
  for (const path of [written, keys, ofBackups, into]) mkdirSync(path);
  archived = await startArchivedPostgres({
    dataDir,
    log: () => undefined,
    now: () => systemClock.now().now,
    random: systemRandom,
    place: { folder: backups, keyFile: join(ofBackups, 'backup.key'), otherKeys: [join(keys, 'person.key')] },
    decides: true,
  });
  world = await ApiWorld.open([notary, reporting, dossiers], { place: { url: archived.server.url, folder: keys } });
});
afterAll(async () => {
  await world.close();
  await archived.stop();
  rmSync(folder, { recursive: true, force: true });
});

const register = async (at: number): Promise<Subject> => {
  const person = markedPerson(at);
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
  const marks = marksOf(subjects);
  const everything = (): readonly string[] => [dataDir, written, keys, backups, into].flatMap(filesIn);
  const before = await hitsIn(everything(), marks);
  expect(before.hits).toEqual([]);

  const series = archived.backups as NonNullable<Archived['backups']>;
  await takeBaseBackup({
    url: archived.server.url,
    cluster: clusterIn(dataDir),
    password: passwordOf(dataDir, true),
    series: series.series,
    sealer: { keys: series.keys, random: systemRandom, now: () => systemClock.now().now },
  });
  // What a moment is found by in the log: an event behind the backup and before the erasures.
  const last = matter('S-last', { personRef: subjects[3]?.ref as Uuid, acceptedOn: '2011-03-05' });
  expect((await world.command('accept-matter', randomUUID(), last, { office: OFFICE })).status).toBe(201);

  const [shown, seal] = [await figures(), await sealed()];
  const position = await world.platform.feed.head();
  const events = (await pool.query(EVENTS, [position])).rows;
  const copied = (await pool.query<{ person_ref: string; wrapped_key: string }>('select * from people_keys.person_key'))
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
    ...copied.map(({ wrapped_key }) => wrapped_key),
    ...[dataDir, backups, into].flatMap(filesIn).flatMap((file) => textOf(file).match(WRAPPED_KEY) ?? []),
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

  // Nor does a backup from before bring one back: the record of erasures is not in it, and a start applies it.
  await archiveAll(pool, series.series);
  await restoreBackup({ from: backups, keys: series.keys, target: { kind: 'position', position }, into });
  const restored = await startEmbeddedPostgres({ dataDir: into, log: () => undefined });
  const again = await openPlatform({
    databaseUrl: restored.url,
    lines: world.platform.registry.lines,
    keyFile: source.keyFile,
  });
  for (const { ref } of gone) expect(await again.persons.reveal(ref)).toBe('erased');
  expect(await again.persons.reveal(subjects[3]?.ref as Uuid)).toMatchObject({ name: subjects[3]?.name });
  await again.close();
  await restored.stop();

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
