/** Licences a dependency may be had under; of a choice (`A OR B`) one is enough, of a sum (`A AND B`) each must stand here. */
export const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Licences of tools that only development uses, unchanged, and that are in no product. */
const ALLOWED_IN_DEVELOPMENT = new Set(['MPL-2.0']);

/** What packages whose `package.json` says nothing usable are under, read by a person where `source` says. */
export const READ_BY_HAND = {
  buffers: { licence: 'MIT', source: 'README of later versions by the same author' },
  chainsaw: { licence: 'MIT', source: 'its package.json: MIT/X11' },
  duck: { licence: 'BSD-2-Clause', source: 'LICENSE file in the package' },
};

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Every package of a lock file: name, version, licence, and whether only development needs it. */
export const packagesOf = ({ packages }) =>
  Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version, license, dev = false }]) => {
      const name = nameOf(path);
      return { name, version, licence: READ_BY_HAND[name]?.licence ?? license ?? '', dev };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.version < b.version ? -1 : 1));

/** Whether a licence expression can be met with allowed licences alone. Nested brackets are not understood and refused. */
export const isAllowed = (expression, dev = false) =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) =>
      choice.split(' AND ').every((licence) => ALLOWED.has(licence) || (dev && ALLOWED_IN_DEVELOPMENT.has(licence))),
    );

const row = ({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`;

const tableOf = (packages) => ['| Package | Version | Licence |', '| --- | --- | --- |', ...new Set(packages.map(row))];

export const licencePage = (lock) => {
  const packages = packagesOf(lock);
  return [
    '# Licences',
    '',
    'Every package of the lock file, written by `npm run licences`. Which licences may be used stands in',
    '[`infra/licence-page.mjs`](../infra/licence-page.mjs), with the packages whose licence a person had to read. `npm run -s sbom` prints the',
    'same as a CycloneDX bill of materials.',
    '',
    '## In the product',
    '',
    ...tableOf(packages.filter(({ dev }) => !dev)),
    '',
    '## In development and tests only',
    '',
    ...tableOf(packages.filter(({ dev }) => dev)),
    '',
  ].join('\n');
};
