import type { ProvinceIndicators, ProvinceTable, Untold } from '#application/province-table.js';
import { tableLines } from './table.js';

const UNTOLD: Readonly<Record<Untold, string>> = {
  persons: '须按人员去重',
  'part-months': '须按日统计',
  'past-positions': '须按往期记录统计',
  rows: '须查阅明细',
  'day-of-baseline': '须知基数日期',
};

export interface Names {
  readonly title: (code: string) => string;
  readonly area: (code: string) => string;
}

/** The sheet of a province: every figure for every division, one below the other. */
export const provinceSheet = (
  { areas, measures, period, sources, shared, unknown }: ProvinceTable,
  indicators: ProvinceIndicators,
  { title, area }: Names,
): readonly string[] => {
  const computed = areas.map(
    (code) => new Map(indicators.areas.find((own) => own.area === code)?.values.map((value) => [value.code, value])),
  );
  const codes = indicators.areas[0]?.values.map(({ code }) => code) ?? [];
  const columns = [
    { title: '项目', most: 50 },
    { title: '单位' },
    ...areas.map((code) => ({ title: area(code), align: 'right' as const })),
  ];
  const awaited = sources.filter((source) => source.awaited);
  return [
    ...tableLines(
      columns,
      measures.map(({ measure, unit, amounts }) => [
        title(measure),
        unit,
        ...areas.map((code) => amounts[code] ?? '0'),
      ]),
    ),
    '',
    ...tableLines(
      [{ title: '指标', most: 50 }, ...columns.slice(1)],
      codes.map((code) => [
        title(code),
        computed[0]?.get(code)?.unit ?? '',
        ...computed.map((values) => values.get(code)?.printed ?? '—'),
      ]),
    ),
    '',
    ...(indicators.untold.length === 0 ? [] : [`须由县级统计的指标 ${indicators.untold.length} 项：`]),
    ...indicators.untold.map(({ code, reason }) => `  ${title(code)}（${code}）：${UNTOLD[reason]}`),
    ...(unknown.length === 0 ? [] : [`未识别的统计项目：${unknown.join('，')}`]),
    ...(shared.length === 0 ? [] : [`由多个数据库统计的单位：${shared.map(area).join('，')}`]),
    `${period.from} 至 ${period.to}`,
    ...sources.map(
      ({ source, bureaus, position }) => `  数据库 ${source}：单位 ${bureaus.length} 个，截至第${position}号记录`,
    ),
    ...(awaited.length === 0 ? [] : [`尚未收齐、未计入的数据库 ${awaited.length} 个`]),
  ];
};
