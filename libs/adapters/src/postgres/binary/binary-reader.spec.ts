import { BinaryReader } from './binary-reader.js';
import { BinaryRows } from './binary-rows.js';

type Row = readonly [position: number, version: number, on: string, id: string, type: string, text: string];

const rows: readonly Row[] = [
  [1, 1, '2023-05-06', '0198c0de-0000-7000-8000-000000000001', 'notary.Accepted', '{"事项":"遗嘱"}'],
  [2, 2, '1899-12-31', '0198c0de-0000-7000-8000-000000000001', 'notary.Accepted', ''],
  [2 ** 53 - 1, 2 ** 31 - 1, '9999-12-31', '00000000-0000-0000-0000-000000000000', '公证', '字'.repeat(300)],
  [2 ** 32, 0, '2000-01-01', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '公正', '\\ \t\n"'],
];

const COLUMNS = 6;

const written = (of: readonly Row[]): Buffer => {
  const put = new BinaryRows();
  for (const [position, version, on, id, type, text] of of) {
    put.row(COLUMNS);
    put.big(position);
    put.integer(version);
    put.date(on);
    put.uuid(id);
    put.text(type);
    put.text(text);
  }
  put.end();
  const chunks: Buffer[] = [];
  for (let chunk = put.take(); chunk !== undefined; chunk = put.take()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** What is read of bytes that arrive so many at a time. */
const readIn = (bytes: Buffer, atATime: number): readonly Row[] => {
  const reader = new BinaryReader();
  const read: Row[] = [];
  for (let from = 0; from < bytes.length; from += atATime) {
    reader.take(bytes.subarray(from, from + atATime));
    while (reader.next(COLUMNS)) {
      const numbers = [reader.big(), reader.integer()] as const;
      read.push([...numbers, reader.date(), reader.uuid(), reader.word(read.at(-1)?.[4]), reader.text()]);
    }
  }
  return read;
};

describe('columns read in binary', () => {
  it.each([1, 2, 19, 64, 100_000])('are what was written, %i bytes arriving at a time', (atATime) => {
    expect(readIn(written(rows), atATime)).toEqual(rows);
  });

  it('tell words apart that come to the same number', () => {
    const [row] = rows as readonly [Row];
    const said = ['Aa', 'BB', 'Aa', 'BB', 'C#'];
    const alike = said.map((type): Row => [row[0], row[1], row[2], row[3], type, row[5]]);
    expect(readIn(written(alike), 50).map(([, , , , type]) => type)).toEqual(said);
  });
});
