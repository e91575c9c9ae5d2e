/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What is typed into a field: a text; of a choice its Chinese; a flag; of persons what each is searched by. */
export type Typed = string | boolean | { readonly persons: readonly string[] };

/** Who types: what a key, a word and a moment of thought before a field take is his. */
export interface Hand {
  think(): Promise<void>;
  type(page: Page, text: string): Promise<void>;
  press(page: Page, key: string): Promise<void>;
}

/** Somebody who takes no time, for tests that only want it done. */
export const atOnce: Hand = {
  think: async () => undefined,
  type: (page, text) => page.keyboard.type(text),
  press: (page, key) => page.keyboard.press(key),
};

/** Whether the focus goes elsewhere by itself. */
const leaves = async (page: Page, field: string): Promise<boolean> => {
  for (let tried = 0; tried < 100; tried += 1) {
    if ((await focused(page)) !== field) return true;
    await page.waitForTimeout(10);
  }
  return false;
};

/** Enter goes on, but for a button, which it presses, and a text of several lines. */
const onward = (page: Page): Promise<'Tab' | 'Enter'> =>
  page.evaluate(() => (/^(?:BUTTON|TEXTAREA)$/.test(document.activeElement?.tagName ?? '') ? 'Tab' : 'Enter'));
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null);

/**
 * Fills in a form by keyboard alone: waits until the field has the focus, types, and goes on with Enter, as the page does.
 * Fields that are filled in already and not named are passed over with Enter.
 * @throws Error where a field named does not come
 */
export const typeForm = async (
  page: Page,
  values: Readonly<Record<string, Typed>>,
  hand: Hand = atOnce,
): Promise<void> => {
  const left = new Set(Object.keys(values));
  for (let steps = 0; left.size > 0 && steps < 80; steps += 1) {
    const field = await focused(page);
    const value = field === null ? undefined : values[field];
    if (field === null || value === undefined || !left.has(field)) {
      await hand.press(page, field === null ? 'Tab' : await onward(page));
      await page.waitForTimeout(20);
      continue;
    }
    await hand.think();
    left.delete(field);
    if (typeof value === 'boolean') {
      // The one that holds has the focus; an arrow takes the other.
      const holds = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value === 'true');
      if (holds !== value) await hand.press(page, 'ArrowRight');
      await hand.press(page, 'Enter');
      continue;
    }
    const list = await page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox');
    if (!list) await page.keyboard.press('Control+A');
    for (const text of typeof value === 'string' ? [value] : value.persons) {
      await hand.type(page, text);
      if (!list) continue;
      const own = await page.evaluate(() => document.activeElement?.getAttribute('aria-controls'));
      // Somebody of another office is found with his name hidden.
      const wanted = typeof value === 'string' ? { hasText: text } : {};
      await page.locator(`#${own} [role=option]:visible`, wanted).first().waitFor();
      await hand.press(page, 'Enter');
      await page.waitForTimeout(80);
    }
    // One choice goes on by itself; from what is typed, and from several, Enter does.
    if (list && typeof value === 'string' && (await leaves(page, field))) continue;
    const done = list && left.size === 0;
    if (!done && (await focused(page)) === field) await hand.press(page, await onward(page));
  }
  if (left.size > 0) throw new Error(`no field for ${[...left].join(', ')}`);
};
