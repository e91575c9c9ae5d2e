/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What is typed into a field: a text; of a choice its Chinese; a flag; of a person what he is searched by. */
export type Typed = string | boolean | { readonly person: string };

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
      // Yes stands left of no; the arrow takes it.
      await page.keyboard.press(value ? 'ArrowLeft' : 'ArrowRight');
      await page.keyboard.press('Tab');
      continue;
    }
    const text = typeof value === 'string' ? value : value.person;
    const list = await page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox');
    if (!list) await page.keyboard.press('Control+A');
    await page.keyboard.type(text, { delay: key });
    if (list) {
      const own = await page.evaluate(() => document.activeElement?.getAttribute('aria-controls'));
      await page.locator(`#${own} [role=option]:visible`, { hasText: text }).first().waitFor({ timeout: 5_000 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(80);
      await page.keyboard.press('Escape');
    } else await page.keyboard.press('Enter');
    if ((await focused(page)) === field) await page.keyboard.press('Tab');
  }
  if (left.size > 0) throw new Error(`no field for ${[...left].join(', ')}`);
};
