/**
 * Compiles apps/ and libs/ into dist/ as the same tree with swc: TypeScript to ES modules with source maps, JSON copied,
 * specs left out. An output carries the time stamp of its source, so a run with nothing to do reads no source at all;
 * outputs whose source is gone are removed. Types are checked by `npm run typecheck`, not here. The page, apps/web, is built by
 * Vite when a source of it changed.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const OUT = 'dist';
const ROOMS = ['apps', 'libs'];
const PAGE = 'apps/web';
const NOT_BUILT = [PAGE, `${OUT}/${PAGE}`];
const RECIPE = ['.swcrc', 'infra/build.mjs', 'node_modules/@swc/core/package.json'];

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

/** Every file below a folder but for those of the page, dot files left out, as paths with forward slashes; none where the folder is missing. */
const filesBelow = async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found = await Promise.all(
    entries
      .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => {
        const path = `${folder}/${entry.name}`;
        return entry.isDirectory() ? (NOT_BUILT.includes(path) ? [] : filesBelow(path)) : [path];
      }),
  );
  return found.flat();
};

const isSource = (path) => /\.(ts|json)$/.test(path) && !/\.(spec|int-spec|d)\.ts$/.test(path);
const outputOf = (source) => `${OUT}/${source.replace(/\.ts$/, '.js')}`;
const modified = async (path) => (await stat(path).catch(() => undefined))?.mtimeMs;

/** Writes beside the target and renames, so that two builds at once never show anyone half a file. */
const put = async (path, write, time) => {
  const pending = join(dirname(path), `.${basename(path)}.${process.pid}`);
  await write(pending);
  if (time !== undefined) await utimes(pending, time / 1000, time / 1000);
  await rename(pending, path);
};

const recipe = createHash('sha256');
for (const path of RECIPE) recipe.update(await readFile(path));
const stamp = recipe.digest('hex');
const stampFile = `${OUT}/.recipe`;
const sameRecipe = (await readFile(stampFile, 'utf8').catch(() => '')) === stamp;

const sources = (await Promise.all(ROOMS.map(filesBelow))).flat().filter(isSource);
const stale = [];
for (const source of sources) {
  const [from, to] = await Promise.all([modified(source), modified(outputOf(source))]);
  // Some file systems keep less than a millisecond of a time stamp, others more.
  if (!sameRecipe || to === undefined || Math.abs(from - to) >= 1) stale.push({ source, from });
}

const wanted = new Set(sources.flatMap((source) => [outputOf(source), `${outputOf(source)}.map`]));
const gone = (await filesBelow(OUT)).filter((path) => !wanted.has(path));
await Promise.all(gone.map((path) => rm(path, { force: true })));

if (stale.length > 0) {
  const { transform } = await import('@swc/core');
  const options = JSON.parse(await readFile('.swcrc', 'utf8'));
  delete options.$schema;
  const failures = [];
  await Promise.all(
    stale.map(async ({ source, from }) => {
      const output = outputOf(source);
      await mkdir(dirname(output), { recursive: true });
      if (source.endsWith('.json')) return put(output, (path) => copyFile(source, path), from);
      try {
        const sourceFileName = relative(dirname(output), source).replaceAll('\\', '/');
        const text = await readFile(source, 'utf8');
        const built = await transform(text, { ...options, swcrc: false, filename: source, sourceFileName });
        await put(`${output}.map`, (path) => writeFile(path, built.map));
        const code = `${built.code}//# sourceMappingURL=${basename(output)}.map\n`;
        await put(output, (path) => writeFile(path, code), from);
      } catch (error) {
        failures.push(`${source}: ${error.message}`);
      }
    }),
  );
  if (failures.length > 0) {
    console.error(failures.join('\n'));
    process.exit(1);
  }
  await put(stampFile, (path) => writeFile(path, stamp));
}

/** Everything the page is made of, with its times: a change of any makes it anew. */
const pageStamp = async () => {
  const entries = await readdir(PAGE, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  const seen = createHash('sha256').update(stamp);
  for (const path of [...paths, 'package.json'].sort()) seen.update(`${path} ${await modified(path)}\n`);
  return seen.digest('hex');
};

/** Vite builds into a folder of its own, which then takes the place of the old: nobody is served half a page. */
const buildPage = async (pending) => {
  const { build } = await import('vite');
  await build({
    configFile: `${PAGE}/vite.config.ts`,
    logLevel: 'warn',
    build: { outDir: join(process.cwd(), pending) },
  });
  const zipped = promisify(gzip);
  for (const entry of await readdir(pending, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`;
    if (/\.(js|css|html|svg)$/.test(path))
      await writeFile(`${path}.gz`, await zipped(await readFile(path), { level: 9 }));
  }
};

const pageOut = `${OUT}/${PAGE}`;
const page = await pageStamp();
if ((await readFile(`${pageOut}/.stamp`, 'utf8').catch(() => '')) !== page) {
  const [pending, old] = [`${pageOut}.${process.pid}`, `${pageOut}.old.${process.pid}`];
  await buildPage(pending);
  await writeFile(`${pending}/.stamp`, page);
  await rename(pageOut, old).catch(() => undefined);
  await rename(pending, pageOut);
  await rm(old, { recursive: true, force: true });
}
