import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, evenly, workday } from '#application/simulated-year.js';
import { addDays, earliest } from '#kernel/dates.js';
import { order } from './orders.js';

const titles = [
  ['booklet', '法律援助服务手册'],
  ['leaflet', '民法典知识折页'],
  ['poster', '反诈宣传挂图'],
] as const;
const headlines = ['宪法宣传周活动掠影', '民法典每周一案', '识破养老诈骗', '法律援助如何申请', '未成年人保护公开课'];

/** Printed matter, up to three titles, and its handing out: as counted, else most of it. */
export const materials = (counts: LeafCounts, tools: SimulationTools): readonly SimulatedCommand[] => {
  const { random, from, to, offices, id } = tools;
  counts.rest('copiesPrinted', 'copiesDistributed');
  const printed = evenly(counts.of('copiesPrinted'), Math.min(titles.length, counts.of('copiesPrinted')));
  const distributed = counts.has('copiesDistributed')
    ? evenly(counts.of('copiesDistributed'), printed.length)
    : printed.map((copies) => Math.floor((copies * random.between(60, 95)) / 100));
  return printed.flatMap((copies, at) => {
    const [kind, title] = titles[at] ?? titles[0];
    const where = { streamId: id('material', String(at)), office: random.pick(offices) };
    const printedOn = workday(tools, from, to);
    const distributedOn = earliest(addDays(printedOn, random.between(5, 60)), to) ?? to;
    const out = distributed[at] ?? 0;
    return [
      order('publicity.MaterialPrinted', where, { printedOn, kind, title, copies }),
      ...(out === 0
        ? []
        : [order('publicity.MaterialDistributed', where, { distributedOn, copies: out, place: '各乡镇（街道）' })]),
    ];
  });
};

/** Releases in the media, with their reads where those are counted. */
export const releases = (counts: LeafCounts, tools: SimulationTools): readonly SimulatedCommand[] => {
  const { random, from, to, offices, id } = tools;
  const many = counts.of('mediaPublished');
  if (many === 0 && counts.of('mediaReads') > 0)
    throw new RangeError(`mediaReads: ${counts.of('mediaReads')} of nothing published`);
  const reads = evenly(counts.of('mediaReads'), many);
  return reads.map((readCount, at) =>
    order(
      'publicity.MediaPublished',
      { streamId: id('release', String(at)), office: random.pick(offices) },
      {
        publishedOn: random.date(from, to),
        channel: random.pick(['wechat', 'short-video', 'website', 'press', 'television'] as const),
        theme: random.pick(['constitution', 'civil-code', 'legal-aid', 'anti-fraud', 'minors'] as const),
        title: `${random.pick(headlines)}（${at + 1}）`,
        ...(counts.has('mediaReads') && { readCount }),
      },
    ),
  );
};
