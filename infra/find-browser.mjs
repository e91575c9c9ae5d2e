/** Finds a Chromium for the tests of the page; on Debian, as root, it is installed with a font for Chinese where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

const installed = () => PLACES.find((path) => existsSync(path));

/** The path of a browser, or why there is none. */
export const findBrowser = (env = process.env) => {
  if (env.CHROMIUM !== undefined) return { path: env.CHROMIUM };
  const there = installed();
  if (there !== undefined) return { path: there };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return { missing: `no Chromium: install the packages ${PACKAGES.join(' and ')}, or name one in CHROMIUM` };
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  const done =
    apt('install', '-y', '-q', ...PACKAGES) || (apt('update', '-q') && apt('install', '-y', '-q', ...PACKAGES));
  const path = installed();
  return done && path !== undefined ? { path } : { missing: `apt-get install ${PACKAGES.join(' ')} did not work` };
};
