import { type LiveWork, startWork } from '../../apps/cli/src/live-work.js';
import { PageWorld, describeInBrowser, picture } from './page-world.js';

jest.setTimeout(120_000);

/** 资阳: its year has something of every line. */
const WATCHED = '430902';

describeInBrowser('the demo at work, watched', () => {
  let world: PageWorld;
  let work: LiveWork;
  beforeAll(async () => {
    world = await PageWorld.open();
    const faults = (error: unknown): number => world.world.logged.push(String(error));
    work = await startWork(world.world.platform, { pace: 3_000, seed: '1', onFault: faults });
  }, 180_000);
  afterAll(async () => {
    await work.stop();
    await world.close();
  });

  it('the figures of the month move without a reload, and the ticker tells which', async () => {
    const { page, faults } = await world.signedIn('zhao', { roles: ['deputy-director'], offices: [WATCHED] });
    await page.goto(`${world.address}/#/dashboard`);
    await page.waitForSelector('[data-indicator]');
    // A step recorded late moves the year alone; sooner or later one of this month moves both.
    const move = page.locator('[data-part=moves] .move', { hasText: /本月[^]+ → [^]+本年累计[^]+ → / });
    await move.first().waitFor({ timeout: 60_000 });
    await picture(page, 'live');
    expect(faults).toEqual([]);
  });
});
