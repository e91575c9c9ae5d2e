import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../../../apps/standalone/src/settings.js';
import { readOrder } from '../postgres/demo/removal-order.js';
import { offerRemoval } from './demo-removal.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-order-'));
afterAll(() => rmSync(folder, { recursive: true }));
const LOG = '01890a5d-ac96-774b-bcce-b302099a8057';
const removalWith = (env: Readonly<Record<string, string>>, distributed = false) =>
  offerRemoval(readSettings({ DATA_DIR: folder, ...env }), distributed).removal;

it('is refused by name where not all of the demo is in the hands of this process', () => {
  expect(removalWith({}, true)).toEqual({ obstacle: 'demo-distributed' });
  expect(removalWith({ DATABASE_URL: 'postgres://me:hard-to-guess-this@db/taizhang' })).toEqual({
    obstacle: 'demo-database-elsewhere',
  });
  const elsewhere: readonly Readonly<Record<string, string>>[] = [
    { KEY_FILE: '/etc/taizhang/person.key' },
    { ANCHORS_FILE: '/srv/anchors.jsonl' },
    { KEY_DEVICE: '/run/device.sock' },
  ];
  for (const env of elsewhere) expect(removalWith(env)).toEqual({ obstacle: 'demo-keys-elsewhere' });
});

it('puts the order on disk before it says that it is given', async () => {
  const { removal, ordered } = offerRemoval(readSettings({ DATA_DIR: folder }), false);
  expect(await readOrder(folder)).toBeUndefined();
  if (!('begin' in removal)) throw new Error(removal.obstacle);
  await removal.begin(LOG);
  await ordered;
  expect(await readOrder(folder)).toEqual({ logId: LOG });
});
