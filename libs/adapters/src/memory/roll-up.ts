import { EVERY_OFFICE } from '#application/office-scope.js';
import type {
  PublishedCell,
  RollUpBatch,
  RollUpFigures,
  RollUpSource,
  RollUpStand,
  RollUpStore,
} from '#application/ports/balances.js';
import { type Ledger, type Reading, StaleCheckpoint, type SumTerm } from '#application/ports/ledger.js';
import { BalancesCannotTell, untoldOf } from '#application/province-table.js';
import { cellKey } from '#application/roll-up.js';
import { type LocalDate, monthOf } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import { isWithin } from '#application/narrowing.js';

interface Source {
  readonly generation: number | undefined;
  readonly position: number;
  readonly replaced: boolean;
}

interface Kept {
  readonly cell: PublishedCell;
  readonly slot: number;
}

const refuse = (what: string): Promise<never> => Promise.reject(new BalancesCannotTell('rows', what));

/** The roll-up without a database: it keeps every cell, and adds them up anew at every question. */
export class MemoryRollUp implements RollUpStore, RollUpFigures {
  private readonly stands = new Map<string, RollUpStand>();
  private readonly known = new Map<string, Source>();
  private readonly cells = new Map<string, Kept>();

  async stand(partition: string): Promise<RollUpStand> {
    return this.stands.get(partition) ?? { nextOffset: 0, lives: new Map() };
  }

  async apply({ partition, slot, from, to, cells, stated }: RollUpBatch): Promise<void> {
    if ((this.stands.get(partition)?.nextOffset ?? 0) !== from.nextOffset)
      throw new StaleCheckpoint(`${partition} was read on from ${from.nextOffset} by somebody else`);
    this.stands.set(partition, to);
    for (const { source, position } of [...cells, ...stated]) {
      const known = this.sourceIn(source, slot);
      this.known.set(`${source}/${slot}`, { ...known, position: Math.max(known.position, position) });
    }
    for (const cell of cells) {
      const { replaced, generation = 0 } = this.sourceIn(cell.source, slot);
      const older = this.cells.get(cellKey(cell));
      if (replaced || cell.generation < generation || cell.position < (older?.cell.position ?? 0)) continue;
      this.cells.set(cellKey(cell), { cell, slot });
    }
    for (const { source, generation, complete, formerly } of stated) {
      if (!complete) continue;
      const known = this.sourceIn(source, slot);
      this.known.set(`${source}/${slot}`, { ...known, generation: Math.max(known.generation ?? 0, generation) });
      for (const former of formerly)
        this.known.set(`${former}/${slot}`, { ...this.sourceIn(former, slot), replaced: true });
    }
  }

  private sourceIn(source: string, slot: number): Source {
    return this.known.get(`${source}/${slot}`) ?? { generation: undefined, position: 0, replaced: false };
  }

  private counted(within = ''): readonly PublishedCell[] {
    return [...this.cells.values()]
      .filter(({ cell, slot }) => {
        const { generation, replaced } = this.sourceIn(cell.source, slot);
        return cell.generation === generation && !replaced && cell.bureau.startsWith(within);
      })
      .map(({ cell }) => cell);
  }

  async sources(): Promise<readonly RollUpSource[]> {
    const sources = [...this.known].filter(([, { replaced }]) => !replaced);
    const names = [...new Set(sources.map(([name]) => name.slice(0, name.indexOf('/'))))].sort();
    return names.map((source) => {
      const own = sources.filter(([name]) => name.startsWith(`${source}/`)).map(([, found]) => found);
      const cells = this.counted().filter((cell) => cell.source === source);
      return {
        source,
        bureaus: [...new Set(cells.map(({ bureau }) => bureau))].sort(),
        position: Math.max(...own.map(({ position }) => position)),
        awaited: own.some(({ generation }) => generation === undefined),
      };
    });
  }

  async measures(): Promise<readonly string[]> {
    return [...new Set(this.counted().map(({ measure }) => measure))].sort();
  }

  async areas(within: string, digits: number): Promise<readonly string[]> {
    return [...new Set(this.counted(within).map(({ bureau }) => bureau.slice(0, digits)))].sort();
  }

  async sumsByArea(
    within: string,
    digits: number,
    terms: readonly SumTerm[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const sums = new Map<string, readonly string[]>();
    for (const area of await this.areas(within, digits))
      sums.set(area, await this.sums({ bureau: area, offices: [EVERY_OFFICE] }, terms));
    return sums;
  }

  async sums({ bureau }: Reading, terms: readonly SumTerm[]): Promise<readonly string[]> {
    return terms.map((term) => {
      const untold = untoldOf(term);
      if (untold !== undefined) throw new BalancesCannotTell(untold, term.measure);
      const cells = this.counted(bureau).filter((cell) => isDated(term, cell) && isWithin(term.where, cell.splits));
      return cells.reduce((sum, { amount }) => sum.plus(amount), exact(0)).toFixed();
    });
  }

  async latestOn({ bureau }: Reading, measure: string, to: LocalDate): Promise<LocalDate | undefined> {
    const there = this.counted(bureau).some(
      (cell) => cell.measure === measure && cell.month <= monthOf(to) && !exact(cell.amount).isZero(),
    );
    if (there) throw new BalancesCannotTell('day-of-baseline', `the day of the newest ${measure}`);
    return undefined;
  }

  watermark(): ReturnType<Ledger['watermark']> {
    return refuse('one position for several logs');
  }

  sumsByOffice(): Promise<never> {
    return refuse('single offices');
  }

  monthsLogged(): Promise<never> {
    return refuse('which offices reported');
  }

  evidence(): ReturnType<Ledger['evidence']> {
    return refuse('the records behind a sum');
  }

  registerRows(): ReturnType<Ledger['registerRows']> {
    return refuse('registers');
  }

  duties(): ReturnType<Ledger['duties']> {
    return refuse('duties');
  }
}

const isDated = ({ measure, mode, from, to }: SumTerm, cell: PublishedCell): boolean => {
  if (cell.measure !== measure || cell.month > monthOf(to)) return false;
  const begins = from === undefined ? '' : monthOf(from);
  if (mode === 'flow') return begins <= cell.month;
  return (
    mode !== 'cohort' || (cell.cohortMonth !== null && begins <= cell.cohortMonth && cell.cohortMonth <= monthOf(to))
  );
};
