import { OFFICE } from '../e2e/api-world.js';
import { PageWorld, describeInBrowser, picture } from './page-world.js';

jest.setTimeout(300_000);

describeInBrowser('a clerk at the page', () => {
  let world: PageWorld;
  beforeAll(async () => (world = await PageWorld.open()), 120_000);
  afterAll(() => world.close());

  it('signs in', async () => {
    const seat = await world.signedIn('lin', { roles: ['office-clerk', 'correction-officer'], offices: [OFFICE] });
    const { page } = seat;
    await page.waitForTimeout(1000);
    await picture(page, 'today');
    await page.click('text=登记');
    await page.waitForTimeout(500);
    await picture(page, 'entry');
    await page.goto(`${world.address}/#/entry/corrections.ReceiveSubject`);
    await page.waitForTimeout(1000);
    await picture(page, 'intake');
    await page.goto(`${world.address}/#/dashboard`);
    await page.waitForTimeout(1500);
    await picture(page, 'dashboard');
    expect(seat.faults).toEqual([]);
  });
});
