import type { CaseBinding, LeafFigureMeaning, LeafMeaning } from './case-binding.js';
import type { Registry } from './registry.js';
import { bindingsOf } from './simulate.js';

const WHEN: Readonly<Record<NonNullable<LeafFigureMeaning['at']>, string>> = {
  opening: '期初',
  'year-end': '该年年末',
  'fiscal-year': '全年',
  'prior-year': '上年',
};

const figure = (registry: Registry, { indicator, at, where, per }: LeafFigureMeaning): string => {
  const narrowed = Object.entries(where ?? {}).map(([split, value]) => `${split}=${value}`);
  const notes = [
    ...(at === undefined ? [] : [WHEN[at]]),
    ...narrowed,
    ...(per === undefined || per === 1 ? [] : [`÷${per}`]),
  ];
  return `${registry.zh(indicator)} \`${indicator}\`${notes.length === 0 ? '' : `（${notes.join('，')}）`}`;
};

const say = (registry: Registry, meaning: LeafMeaning): string => {
  if (meaning === null) return '仅用于模拟';
  if (typeof meaning === 'string') return figure(registry, { indicator: meaning });
  return 'sumOf' in meaning
    ? meaning.sumOf.map((item) => figure(registry, item)).join(' + ')
    : figure(registry, meaning);
};

const unitOf = (registry: Registry, meaning: LeafMeaning): string => {
  if (meaning === null) return '';
  const [first] =
    typeof meaning === 'string'
      ? [meaning]
      : 'sumOf' in meaning
        ? meaning.sumOf.map((item) => item.indicator)
        : [meaning.indicator];
  return registry.indicators.get(first ?? '')?.unit ?? '';
};

const place = (section: string): string =>
  section === 'funds' || section.startsWith('establishment.') ? section : `activity.${section}`;

const table = (registry: Registry, { section, leaves }: CaseBinding): string =>
  [
    `## \`${place(section)}\``,
    '',
    '| Key 键 | Meaning 含义 | Unit 单位 |',
    '| --- | --- | --- |',
    ...Object.entries(leaves).map(
      ([leaf, meaning]) =>
        `| \`${leaf.replaceAll('|', '\\|')}\` | ${say(registry, meaning).replaceAll('|', '\\|')} | ${unitOf(registry, meaning)} |`,
    ),
    '',
  ].join('\n');

/** Every key a case file may hold, by section, with the figure each one is: the page for whoever writes a file. */
export const caseKeys = (registry: Registry): string =>
  [
    '# Keys of a case file 案例文件的键',
    '',
    'Written by `npm run case-keys` from the lines. A `*` stands for a name of your own: `heatingPaid` fits `*Paid` and speaks of the',
    'line `heating`. A key that is not here is refused by name. Counts that contradict each other are refused too, naming both.',
    '仅用于模拟: the key says how the year is played and is no figure of its own.',
    '',
    ...bindingsOf(registry)
      // A second line that tells of a section adds no key to it.
      .filter(({ section }, at, all) => all.findIndex((other) => other.section === section) === at)
      .map((binding) => table(registry, binding)),
  ].join('\n');
