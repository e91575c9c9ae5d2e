/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What is typed into a field: a text; of a choice its Chinese; a flag; of persons what each is searched by. */
export type Typed = string | boolean | { readonly persons: readonly string[] };

/** Milliseconds between two keys of somebody who types with care; none in tests that only want it done. */
export interface Hand {
  readonly key: number;
}

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
  { key }: Hand = { key: 0 },
): Promise<void> => {
  const left = new Set(Object.keys(values));
  for (let steps = 0; left.size > 0 && steps < 80; steps += 1) {
    const field = await focused(page);
    const value = field === null ? undefined : values[field];
    if (field === null || value === undefined || !left.has(field)) {
      await page.keyboard.press('Tab');
      continue;
    }
    left.delete(field);
    if (typeof value === 'boolean') {
      // The one that holds has the focus; an arrow takes the other.
      const holds = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value === 'true');
      if (holds !== value) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      continue;
    }
    const list = await page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox');
    if (!list) await page.keyboard.press('Control+A');
    for (const text of typeof value === 'string' ? [value] : value.persons) {
      await page.keyboard.type(text, { delay: key });
      if (!list) continue;
      const own = await page.evaluate(() => document.activeElement?.getAttribute('aria-controls'));
      // Somebody of another office is found with his name hidden.
      const wanted = typeof value === 'string' ? { hasText: text } : {};
      await page.locator(`#${own} [role=option]:visible`, wanted).first().waitFor({ timeout: 5_000 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(80);
    }
    await page.keyboard.press(list ? 'Escape' : 'Enter');
    if ((await focused(page)) === field) await page.keyboard.press('Tab');
  }
  if (left.size > 0) throw new Error(`no field for ${[...left].join(', ')}`);
};
