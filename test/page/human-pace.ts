import type { Page } from 'playwright-core';
import type { Hand } from './typing.js';

/**
 * Seconds of somebody at a keyboard, by the keystroke-level model: a key of an average typist who is no secretary, and a moment to
 * think before each field. A Chinese character takes the 40 a minute asked of entry clerks, choosing among candidates included.
 * @source Card, Moran, Newell: The Psychology of Human-Computer Interaction, 1983, ch. 8: K 0.28 s, M 1.35 s
 */
const PACE = { key: 0.28, character: 1.5, thought: 1.35 } as const;

const isChinese = (sign: string): boolean => (sign.codePointAt(0) ?? 0) > 0x7f;

/** Whether the pace is kept in fact, and not reckoned: `HUMAN=1`. */
const really = process.env['HUMAN'] === '1';

/** Somebody at human pace, with the clock running. What the page makes him wait for counts as well. */
export class HumanHand implements Hand {
  private reckoned = 0;
  private began = performance.now();
  keys = 0;
  characters = 0;
  thoughts = 0;

  begin(): void {
    this.reckoned = 0;
    this.keys = this.characters = this.thoughts = 0;
    this.began = performance.now();
  }

  /** Seconds since he began: those that passed, and those his hands and thoughts would have taken. */
  seconds(): number {
    return (performance.now() - this.began) / 1_000 + (really ? 0 : this.reckoned);
  }

  async think(): Promise<void> {
    this.thoughts += 1;
    await this.take(PACE.thought);
  }

  async type(page: Page, text: string): Promise<void> {
    for (const sign of text) {
      this[isChinese(sign) ? 'characters' : 'keys'] += 1;
      await this.take(isChinese(sign) ? PACE.character : PACE.key);
      await page.keyboard.type(sign);
    }
  }

  async press(page: Page, key: string): Promise<void> {
    this.keys += 1;
    await this.take(PACE.key);
    await page.keyboard.press(key);
  }

  private async take(seconds: number): Promise<void> {
    if (really) await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    else this.reckoned += seconds;
  }
}
