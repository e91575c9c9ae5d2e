import { type Browser as Chromium, type BrowserContext, type Page, chromium } from 'playwright-core';
import type { AddressInfo } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiOptions } from '#adapters/nest/create-api-app.js';
import { oneTimePassword, stepAt } from '#application/sign-in/totp.js';
import { findBrowser } from '../../infra/find-browser.mjs';
import { lines } from '#lines/index.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, OFFICES, OTHER_BUREAU, OTHER_OFFICE } from '../e2e/api-world.js';
import { PROJECT } from '../e2e/run-cli.js';
import { SENTENCE, makePerson } from '../support/browser.js';

const found = findBrowser();

/** Tests in a real browser. Where there is none they are left out by name, and with REQUIRE_BROWSER=1 they fail. */
export const describeInBrowser = (name: string, tests: () => void): void => {
  if (found.path !== undefined || process.env['REQUIRE_BROWSER'] === '1') describe(name, tests);
  else it.skip(`${name} (left out: ${found.missing})`, () => undefined);
};

/** Nothing of the browser's own calls home, and it runs as whoever runs the tests. */
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'],
];

const NAMES: Readonly<Record<string, string>> = {
  [BUREAU]: '桃江县司法局',
  [OFFICE]: '灰山港司法所',
  [OFFICE_2]: '马迹塘司法所',
  [OTHER_BUREAU]: '南县司法局',
  [OTHER_OFFICE]: '厂窖司法所',
};

/** A person at a browser of his own, with what went wrong there. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, refused policies and outside addresses the browser asked for. */
  readonly faults: string[];
}

export const startBrowser = (): Promise<Chromium> => chromium.launch({ executablePath: found.path ?? '', args: ARGS });

/** A window of its own before an address; `phone` narrow as one. */
export const seatAt = async (
  browser: Chromium,
  address: string,
  { phone = false }: { readonly phone?: boolean } = {},
): Promise<Seat> => {
  const viewport = phone ? { width: 390, height: 844 } : { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url()))
      faults.push(`asked ${request.url()}`);
  });
  return { page, context, faults };
};

/** Signs in on the page as a person does. */
export const enter = async ({ page }: Seat, address: string, name: string): Promise<void> => {
  await page.goto(address);
  await page.fill('input[name=name]', name);
  await page.fill('input[name=password]', SENTENCE);
  await page.keyboard.press('Enter');
};

/** The API with its page over a real PostgreSQL, every line of business, and a real Chromium before it. */
export class PageWorld {
  private constructor(
    readonly world: ApiWorld,
    readonly address: string,
    private readonly browser: Chromium,
  ) {}

  /** `options`: how the API is made, where a test asks more of it. */
  static async open(options: Partial<ApiOptions> = {}): Promise<PageWorld> {
    const world = await ApiWorld.open(lines, options);
    await world.platform.offices.save(
      OFFICES.map((office) => ({ ...office, name: NAMES[office.code] ?? office.name })),
    );
    world.platform.projector.start((error) => world.logged.push(String(error)));
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const browser = await startBrowser();
    return new PageWorld(world, `http://127.0.0.1:${port}`, browser);
  }

  seat(where: { readonly phone?: boolean } = {}): Promise<Seat> {
    return seatAt(this.browser, this.address, where);
  }

  /** Makes a person, and signs him in at a seat of his own. */
  async signedIn(
    name: string,
    who: { readonly roles: readonly string[]; readonly offices: readonly string[] },
    where: { readonly phone?: boolean } = {},
  ): Promise<Seat> {
    await makePerson(this.world, name, who);
    const seat = await this.seat(where);
    await this.signIn(seat, name);
    return seat;
  }

  /** `ahead`: a one-time password is taken once; another within half a minute is the one after. */
  async signIn(seat: Seat, name: string, key?: string, ahead = 0): Promise<void> {
    const { page } = seat;
    await enter(seat, this.address, name);
    if (key !== undefined) {
      await page.fill('input[name=code]', oneTimePassword(key, stepAt(this.world.platform.clock.now().now) + ahead));
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector('header nav a');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.world.close();
  }
}

/** Keeps a picture of a page where pictures are wanted: `SCREENS=docs/screens`. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SCREENS'];
  if (folder === undefined) return;
  mkdirSync(join(PROJECT, folder), { recursive: true });
  await page.screenshot({ path: join(PROJECT, folder, `${name}.png`) });
};
