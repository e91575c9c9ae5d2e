import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** Null is drawn as nothing. */
  readonly value: number | null;
  readonly printed: string;
}
export interface Drawn {
  show(bars: readonly Bar[]): void;
  resize(): void;
  end(): void;
}

const MOST_OF_NAME = 12;
const shortened = (name: string): string => (name.length > MOST_OF_NAME ? `${name.slice(0, MOST_OF_NAME)}…` : name);

/** Draws horizontal bars into a place, the first on top. `size`: of the letters, in pixels. */
export const drawBars = (place: HTMLElement, size: number, chosen: (key: string) => void): Drawn => {
  const chart: EChartsType = init(place, null, { renderer: 'canvas' });
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  let now: readonly Bar[] = [];
  chart.on('click', ({ dataIndex }) => {
    const bar = now[dataIndex];
    if (bar !== undefined) chosen(bar.key);
  });
  return {
    show: (bars) => {
      now = bars;
      chart.setOption({
        animation: !still,
        animationDurationUpdate: 500,
        grid: { left: 8, right: size * 5, top: 4, bottom: 4, containLabel: true },
        xAxis: { type: 'value', show: false },
        yAxis: {
          type: 'category',
          inverse: true,
          data: bars.map(({ name }) => shortened(name)),
          axisTick: { show: false },
          axisLine: { show: false },
          axisLabel: { fontSize: size, color: '#1f2329', interval: 0 },
        },
        series: [
          {
            type: 'bar',
            barMaxWidth: size * 1.5,
            itemStyle: { color: '#1d4f91', borderRadius: [0, 4, 4, 0] },
            data: bars.map(({ value }) => value),
            label: {
              show: true,
              position: 'right',
              fontSize: size,
              color: '#1f2329',
              formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.printed ?? '',
            },
          },
        ],
      });
    },
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  };
};
