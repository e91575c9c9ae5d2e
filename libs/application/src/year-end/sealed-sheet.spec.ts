import { lines } from '#lines/index.js';
import { EVERY_OFFICE } from '../office-scope.js';
import { uuidV5 } from '#kernel/ids.js';
import { play } from '../simulate.js';
import { caseFile, playCase } from '../../../../test/support/played-case.js';
import { closing, sealPorts } from '../../../../test/support/sealing-world.js';
import type { PrintedDocument, PrintedFigure } from '../documents/printed.js';
import { sealOfDocument } from '../documents/sealed-figures.js';
import { type FoundSheet, readSheets } from '../evaluation/read-sheets.js';
import type { RecordedSeal } from '../sealing/books.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { closePeriod } from '../sealing/seal-period.js';
import { sealsOfSheet } from './seals-of-sheet.js';
import { documentOfSheet } from './sheet-document.js';

const operator = { name: 'operator', roles: ['operator'], offices: [EVERY_OFFICE] };

/** A published year with its sheet, played into a log. */
const played = async (name: string) => {
  const file = await caseFile(name);
  const { world, commands } = await playCase(file, lines);
  world.now = new Date('2023-02-01T08:00:00+08:00');
  const bureau = world.offices.all().find(({ kind }) => kind === 'bureau')?.code ?? '';
  const ports = sealPorts(world);
  const [found] = (await readSheets(
    { ...world, calendar: ports.calendar },
    { bureau, offices: officesOf(world.offices, bureau) },
    2022,
  )) as [FoundSheet];
  const close = (line: string) => closePeriod(ports, closing({ bureau, line, principal: operator }));
  const draw = async (seals?: readonly RecordedSeal[]): Promise<PrintedDocument> =>
    documentOfSheet(world, {
      ...{ found, document: 'self-evaluation', today: world.clock.now().today },
      position: (await world.ledger.watermark()).position,
      ...(seals !== undefined && { seals }),
    });
  /** The year of somebody received in 2022 once more, of another person and recorded after the books were closed. */
  const recordLate = async (): Promise<void> => {
    const received = commands.find(
      ({ type, data }) =>
        type === 'corrections.ReceiveSubject' && (data as { receivedOn: string }).receivedOn.startsWith('2022'),
    );
    const theirs = commands.filter(({ streamId }) => streamId === received?.streamId);
    const again = theirs.slice(0, theirs.findIndex((command) => command === received) + 1).map((command) => {
      const { personRef } = command.data as { personRef?: string };
      return {
        ...command,
        streamId: uuidV5('late', command.streamId),
        commandId: uuidV5('late', command.commandId),
        data: { ...(command.data as object), ...(personRef !== undefined && { personRef: uuidV5('late', personRef) }) },
      };
    });
    expect(again.length).toBeGreaterThan(0);
    await play(again, world.handler);
    await world.projector.catchUp();
  };
  return { world, ports, found, close, draw, recordLate };
};

const actualOf = ({ figures }: PrintedDocument, id = 'quantity-1-received.actual'): PrintedFigure | undefined =>
  figures.find((figure) => figure.id === id);

describe('the self-evaluation of a project whose year is closed', () => {
  let year: Awaited<ReturnType<typeof played>>;
  let seals: readonly RecordedSeal[];
  beforeAll(async () => {
    year = await played('ziyang-2022-corrections');
  }, 120_000);

  it('names every field of work that is not closed', async () => {
    const open = (await sealsOfSheet(year.ports, year.found).catch((error: unknown) => error)) as {
      rejection: { code: string; details: { at: string }[] };
    };
    expect(open.rejection.code).toBe('books-open');
    const behind = open.rejection.details.map(({ at }) => at);
    expect(behind).toEqual(expect.arrayContaining(['corrections', 'funds']));
    expect(behind.length).toBeLessThan(lines.length);
    for (const line of behind) await year.close(line);
    seals = await sealsOfSheet(year.ports, year.found);
    expect(seals.map(({ businessLine }) => businessLine).sort()).toEqual([...behind].sort());
  });

  it('rests on all its seals, each figure on the position of its own', async () => {
    const sealed = await year.draw(seals);
    const hashes = seals.map(({ hash }) => hash);
    expect([sealed.seal, sealed.seals]).toEqual([sealOfDocument(hashes), hashes]);
    const ofLine = seals.find(({ businessLine }) => businessLine === 'corrections');
    expect(actualOf(sealed)).toMatchObject({
      printed: '164人',
      source: {
        indicator: 'CC-02',
        position: ofLine?.position,
        evidence: expect.stringMatching(new RegExp(`asOf=${String(ofLine?.position)}$`)),
      },
    });
    const draft = await year.draw();
    expect(sealed.figures.map(({ id, printed, value }) => [id, printed, value])).toEqual(
      draft.figures.map(({ id, printed, value }) => [id, printed, value]),
    );
  });

  it('is the same whatever is recorded later, though the draft is another', async () => {
    const [sealed, draft] = [await year.draw(seals), await year.draw()];
    await year.recordLate();
    expect(await year.draw(await sealsOfSheet(year.ports, year.found))).toEqual(sealed);
    expect(actualOf(await year.draw())?.value).not.toBe(actualOf(draft)?.value);
  });

  it('prints what the seal says, not what the log would say again', async () => {
    const other = seals.map((seal) => ({
      ...seal,
      figures: seal.figures.map((figure) =>
        figure.indicator !== 'CC-02'
          ? figure
          : { ...figure, values: figure.values.map((value) => ({ ...value, value: '163', printed: '163' })) },
      ),
    }));
    expect(actualOf(await year.draw(other))).toMatchObject({ printed: '163人', value: '163' });
  });

  it('is the only document of a sheet that seals can stand behind', async () => {
    const { world, found } = year;
    const request = { found, document: 'targets', position: 1, today: '2023-02-01', seals } as const;
    await expect(documentOfSheet(world, request)).rejects.toThrow('nothing-sealed');
  });
});

it('the money of a department is the sealed money', async () => {
  const { draw, ports, found, close } = await played('ziyang-2022-department');
  const open = (await sealsOfSheet(ports, found).catch((error: unknown) => error)) as {
    rejection: { details: { at: string }[] };
  };
  for (const { at } of open.rejection.details) await close(at);
  const seals = await sealsOfSheet(ports, found);
  const sealed = await draw(seals);
  const money = actualOf(sealed, 'sheet:money.number');
  const ofMoney = seals.find(({ businessLine }) => businessLine === 'funds');
  expect(money?.source).toMatchObject({ kind: 'indicator', position: ofMoney?.position });
  const { indicator } = money?.source as { indicator: string };
  const [held] = ofMoney?.figures.find((figure) => figure.indicator === indicator)?.values ?? [];
  expect(Number(money?.value) * 10_000).toBeCloseTo(Number(held?.value), 2);
}, 120_000);
