import { Command as BusCommand, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Command, Receipt } from '#kernel/command.js';
import { type Rejection, Rejected } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import type { Metrics } from '../operations/metrics.js';

export type Answer = Receipt | Rejection;

export const isRefused = (answer: Answer): answer is Rejection => 'kind' in answer;

/** The one class that travels on the command bus: commands of any line, as plain data, with one answer for each. */
export class Dispatch extends BusCommand<readonly Answer[]> {
  constructor(
    readonly commands: readonly Command[],
    /** All or nothing. */
    readonly atomic = false,
  ) {
    super();
  }
}

/** Hands commands to the front door. */
@CommandHandler(Dispatch)
export class DispatchHandler implements ICommandHandler<Dispatch> {
  constructor(
    private readonly platform: Platform,
    private readonly metrics: Metrics,
  ) {}

  async execute({ commands, atomic }: Dispatch): Promise<readonly Answer[]> {
    const started = performance.now();
    const [only, ...more] = commands;
    const answers =
      only !== undefined && more.length === 0
        ? [await this.one(only)]
        : await this.platform.handler.handleMany(commands, atomic);
    this.metrics.dispatched(answers, (performance.now() - started) / 1000);
    return answers;
  }

  private async one(command: Command): Promise<Answer> {
    try {
      return await this.platform.handler.handle(command);
    } catch (error) {
      if (error instanceof Rejected) return error.rejection;
      throw error;
    }
  }
}
