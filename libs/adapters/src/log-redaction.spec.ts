import { jsonLog } from './log.js';
import { redacted } from './log-redaction.js';

const CANARIES = [
  '张三丰',
  '430922198001011234',
  '43092219800101123X',
  '13812345678',
  'Lumpen-73-Kranich',
  'eyJh.eyJz.sig',
];

it.each([
  ['duplicate key (name)=(张三丰) already exists', 'duplicate key (name)=([redacted]) already exists'],
  ['invalid input syntax for type date: "张三丰"', 'invalid input syntax for type date: "[redacted]"'],
  ['of 43092219800101123X, 13812345678', 'of [redacted], [redacted]'],
  ['+86 13812345678', '[redacted]'],
  ['authorization: Bearer eyJh.eyJz.sig', 'authorization: Bearer [redacted]'],
  ['__Host-taizhang=abc; a=b', '[redacted]; a=b'],
  ['postgres://taizhang:Lumpen-73-Kranich@db:5432/x', 'postgres://[redacted]@db:5432/x'],
  [
    'position 1700000000000 of 0190a6f0-0000-7000-8000-000000000003',
    'position 1700000000000 of 0190a6f0-0000-7000-8000-000000000003',
  ],
  ['relation "es.event" does not exist', 'relation "es.event" does not exist'],
])('%s', (text, expected) => expect(redacted(text)).toBe(expected));

it('cuts fields by their names, at every depth, and writes one line of JSON', () => {
  const lines: string[] = [];
  const log = jsonLog(
    'debug',
    () => '2024-05-01T08:00:00.000Z',
    (line) => void lines.push(line),
  );
  log('error', 'refused: "张三丰"\nsecond line', {
    ...{ authorization: 'Bearer eyJh.eyJz.sig', position: 7, correlationId: '0190a6f0-0000-7000-8000-000000000003' },
    inner: { password: 'Lumpen-73-Kranich', list: [{ idNo: '430922198001011234', phone: '13812345678' }] },
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toContain('\n');
  for (const canary of CANARIES) expect(lines[0]).not.toContain(canary);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', position: 7, inner: { password: '[redacted]' } });
});
