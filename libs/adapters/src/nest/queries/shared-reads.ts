import type { Principal } from '#kernel/command.js';
import type { ScopeQuery } from './query.dto.js';
import type { FigurePorts } from './read-figures.js';
import { readingOf } from './scope.js';

/**
 * Answers that many ask for at once: when figures move, every dashboard reads the same. What is being read for the first is the answer
 * for all who ask it of the same position meanwhile; once it is read nothing is kept, for definitions and the calendar move figures, too.
 */
export class SharedReads {
  private position = 0;
  private readonly answers = new Map<string, Promise<unknown>>();

  /** `position`: the least the answer includes. `key`: whose, of what, for when. */
  at<Answer>(position: number, key: string, read: () => Promise<Answer>): Promise<Answer> {
    // Rows that are derived again begin behind.
    if (position < this.position) return read();
    if (position > this.position) this.answers.clear();
    this.position = position;
    const known = this.answers.get(key);
    if (known !== undefined) return known as Promise<Answer>;
    const answer = read();
    this.answers.set(key, answer);
    const forget = (): void => {
      if (this.answers.get(key) === answer) this.answers.delete(key);
    };
    answer.then(forget, forget);
    return answer;
  }
}

/**
 * Reads what stands today for everybody who asks the same and is of the same offices; what stood in the past for each alone.
 * @throws NotYet as `FreshnessWatch.reach` does
 */
export const readTogether = async <
  Asked extends ScopeQuery & { readonly asOf?: string; readonly 'min-position'?: number },
  Answer,
>(
  { platform, freshness }: FigurePorts,
  caller: Principal,
  what: string,
  asked: Asked,
  read: () => Promise<Answer>,
): Promise<Answer> => {
  if (asked.asOf !== undefined) return read();
  const { 'min-position': least = 0, ...same } = asked;
  const scope = readingOf(platform.offices, caller, asked);
  const { position } = await freshness.reach(least);
  return freshness.shared.at(position, JSON.stringify([what, same, scope, caller.offices]), read);
};
