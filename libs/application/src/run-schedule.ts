import type { DeadlineDefinition } from './deadline.js';
import type { CommandHandler } from './handle-command.js';
import { type Command, type Principal, Rejected, addDays, uuidV5 } from './kernel.js';
import { EVERY_OFFICE } from './office-scope.js';
import type { Clock } from './ports/clock.js';
import type { DutyRow, Ledger } from './ports/ledger.js';
import type { OfficeDirectory } from './ports/office-directory.js';
import type { Registry } from './registry.js';

/** In whose name the system records what follows from the calendar alone. */
export const SCHEDULER: Principal = { name: 'scheduler', roles: ['scheduler'], offices: [EVERY_OFFICE] };

export interface SchedulePorts {
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly offices: OfficeDirectory;
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly clock: Clock;
}

const PAGE = 500;

type Overdue = DeadlineDefinition & { readonly overdue: NonNullable<DeadlineDefinition['overdue']> };

/**
 * Records what a deadline says is to be recorded when it passes unmet. Each duty and day gives one command with an id of its
 * own, sent through the front door: sending it again, by this process or another, changes nothing.
 */
export class Schedule {
  private readonly deadlines: ReadonlyMap<string, Overdue>;
  /** Commands that need not be sent again: recorded, or refused by the rules. */
  private readonly settled = new Set<string>();

  constructor(
    private readonly ports: SchedulePorts,
    private readonly onRefused: (command: Command, code: string) => void = () => undefined,
  ) {
    const with_ = ports.registry.deadlines.filter((deadline): deadline is Overdue => deadline.overdue !== undefined);
    this.deadlines = new Map(with_.map((deadline) => [deadline.code, deadline]));
  }

  /** Goes through all duties that are overdue today; gives how many events were recorded. */
  async step(): Promise<number> {
    if (this.deadlines.size === 0) return 0;
    const { ledger, offices, clock } = this.ports;
    const dueBy = addDays(clock.now().today, -1);
    let recorded = 0;
    for (const bureau of new Set(offices.all().map((office) => office.bureau))) {
      const reading = { bureau, offices: offices.all().map(({ code }) => code) };
      let after: string | undefined;
      do {
        const page = await ledger.duties(reading, { dueBy, limit: PAGE, ...(after === undefined ? {} : { after }) });
        for (const duty of page.rows) if (await this.record(duty)) recorded += 1;
        after = page.next;
      } while (after !== undefined);
    }
    return recorded;
  }

  private async record(duty: DutyRow): Promise<boolean> {
    const deadline = this.deadlines.get(duty.deadline);
    if (deadline === undefined) return false;
    const command = commandOf(duty, deadline);
    if (this.settled.has(command.commandId)) return false;
    try {
      const { recorded } = await this.ports.handler.handle(command);
      this.settled.add(command.commandId);
      return recorded;
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      this.settled.add(command.commandId);
      this.onRefused(command, error.rejection.code);
      return false;
    }
  }
}

const commandOf = (duty: DutyRow, { overdue }: Overdue): Command => {
  const { streamId, factKey, dueOn, bureau, office } = duty;
  const commandId = uuidV5(overdue.command, streamId, factKey, dueOn);
  return {
    type: overdue.command,
    streamId,
    data: {
      [overdue.dated]: addDays(dueOn, 1),
      ...(overdue.names === undefined ? {} : { [overdue.names]: factKey }),
    },
    commandId,
    correlationId: commandId,
    bureau,
    office,
    principal: SCHEDULER,
    source: 'SYSTEM',
  };
};
