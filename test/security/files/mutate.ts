import JSZip from 'jszip';
import type { Seeded } from '../../simulation/seeded.js';
import { byteChanges, otherFiles, partChanges } from './archive-mutations.js';
import { xmlChanges } from './xml-mutations.js';
import { type ZipPart, zipOf } from './zip.js';

/** A file made of another, and what was done to it. */
export interface Mutant {
  readonly what: string;
  readonly bytes: Buffer;
}

export const partsIn = async (file: Buffer): Promise<readonly ZipPart[]> => {
  const archive = await JSZip.loadAsync(file);
  const names = Object.values(archive.files).flatMap(({ name, dir }) => (dir ? [] : [name]));
  return Promise.all(
    names.map(async (name) => ({ name, bytes: (await archive.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0) })),
  );
};

const oneOf = <Change>(random: Seeded, changes: Readonly<Record<string, Change>>): readonly [string, Change] =>
  random.pick(Object.entries(changes));

/** Parts that are read; the others only lie there. */
const READ =
  /(sheet\d+|sharedStrings|styles|workbook|item\d+|document|header\d*|footer\d*|Content_Types\]|\.xml)\.?(xml|rels)$/;

const inXml = (parts: readonly ZipPart[], random: Seeded): readonly [string, readonly ZipPart[]] => {
  const at = random.pick(parts.flatMap(({ name }, index) => (READ.test(name) ? [index] : [])));
  const [name, change] = oneOf(random, xmlChanges);
  const whole = parts.map((part, index) =>
    index === at ? { ...part, bytes: Buffer.from(change(part.bytes.toString(), random)) } : part,
  );
  return [`${parts[at]?.name}: ${name}`, whole];
};

/** Does one to three things to a file, most of them inside its parts. */
export const mutate = (parts: readonly ZipPart[], random: Seeded): Mutant => {
  if (random.chance(0.04)) {
    const [what, make] = oneOf(random, otherFiles);
    return { what, bytes: make(random) };
  }
  const done: string[] = [];
  let left = parts;
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    if (random.chance(0.7) && left.length > 0) {
      const [what, next] = inXml(left, random);
      done.push(what);
      left = next;
    } else {
      const [what, change] = oneOf(random, partChanges);
      done.push(what);
      left = change(left, random);
    }
  }
  const whole = zipOf(left);
  if (!random.chance(0.2)) return { what: done.join('; '), bytes: whole };
  const [what, change] = oneOf(random, byteChanges);
  return { what: [...done, what].join('; '), bytes: change(whole, random) };
};
