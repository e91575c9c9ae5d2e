import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSource } from '../support/typescript.mjs';
import { BUREAU, id, office } from './events.mjs';

const OFFICES = 15;

/** Starts a process as it is run for real, the standalone one when no other is named; `env` adds to its environment. */
export const startServer = async (databaseUrl, { app = 'standalone', env = {} } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
  const began = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', `dist/apps/${app}/src/main.js`], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    ended.then((code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  if (app === 'worker') return { address: /(http:\S+)/.exec(line)?.[1], pid: child.pid, stop };
  const { address, token, keeper } = await firstToken(line);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const saved = await fetch(`${address}/v1/offices`, {
    method: 'PUT',
    headers: { ...headers, authorization: `Bearer ${keeper}` },
    body: JSON.stringify({ offices: tree() }),
  });
  if (!saved.ok) {
    await stop();
    throw new Error(`offices: ${saved.status} ${await saved.text()}`);
  }
  return { address, headers, pid: child.pid, startedIn: performance.now() - began, stop };
};

/** Address, and tokens of the programs for business and for offices, from the one line a new installation says. */
export const firstToken = async (line) => {
  const { setUp, setupCodeIn, tokensOf } = await importSource('test/support/first-caller.ts');
  const address = /(http:\S+)/.exec(line)?.[1];
  const code = setupCodeIn(line);
  if (address === undefined || code === undefined) throw new Error(`no address and set-up code in: ${line}`);
  const tokens = tokensOf(address, await setUp(address, code));
  return { address, token: await tokens(), keeper: await tokens('/v1/offices') };
};

const tree = () => {
  const unit = (code, parent, kind) => ({
    code,
    parent,
    bureau: BUREAU,
    name: code,
    kind,
    validFrom: '2000-01-01',
    validTo: null,
    successor: null,
  });
  return [
    unit(BUREAU, null, 'bureau'),
    ...Array.from({ length: OFFICES }, (_, at) => unit(office(at), BUREAU, 'justice-office')),
  ];
};

/** One intake of one new subject, as a clerk's page would post it. */
export const intake = (number) => {
  const day = `2023-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
  const body = {
    office: office(number),
    evidence: [{ docKind: '执行通知书', docNo: `(2023)湘0922执${number}号` }],
    data: {
      receivedOn: day,
      personRef: id(),
      sex: 'male',
      ageBand: '26-to-45',
      minor: false,
      category: 'probation',
      judgmentDocNo: `(2023)湘0922刑初${number}号`,
      effectiveOn: day,
      correctionFrom: day,
      correctionTo: '2025-06-30',
      offenceClass: 'property',
      officeCode: office(number),
      decidingOrg: { kind: 'court', name: '桃江县人民法院' },
      decidedOn: day,
      mainPenalty: 'fixed-term',
      originalTermMonths: 12,
      docsComplete: true,
    },
  };
  return { path: `/v1/corrections/case/${id()}/receive-subject`, body: JSON.stringify(body) };
};
