import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { projectRoot } from '#adapters/project-root.js';
import { variablesListed } from '../architecture/environment.js';
import { readText } from '../architecture/project-files.js';

const root = projectRoot();
const text = (path: string): string => readText(root, path);

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const compose = parse(text('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image?.startsWith('taizhang:') === true);
const chart = 'infra/k8s/taizhang';
const templates = readdirSync(join(root, chart, 'templates'))
  .map((name) => text(`${chart}/templates/${name}`))
  .join('\n');

const known = new Set(variablesListed(text('.env.example')));
const version = (JSON.parse(text('package.json')) as { readonly version: string }).version;

describe('what a deployment is made of', () => {
  it.each(services.map(([name, { image }]) => [name, image ?? '']))('%s runs a pinned image', (_, image) => {
    expect(image).toMatch(/^[a-z0-9./-]+:v?\d+\.\d+(\.\d+)?$/);
  });

  it('pins what the image is made from', () => {
    const from = [...text('infra/docker/Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(from.length).toBeGreaterThan(0);
    for (const image of from) expect(image).toMatch(/:\d+\.\d+\.\d+/);
  });

  it('runs the version that this is', () => {
    for (const [, { image }] of ours) expect(image).toBe(`taizhang:${version}`);
    const values = parse(text(`${chart}/values.yaml`)) as { image: { tag: string } };
    const { version: ofChart, appVersion } = parse(text(`${chart}/Chart.yaml`)) as Record<string, string>;
    expect([values.image.tag, ofChart, appVersion]).toEqual([version, version, version]);
  });

  it('has Kafka at the version that the tests met', () => {
    const tested = /<kafka.version>([\d.]+)</.exec(text('infra/kafka/pom.xml'))?.[1];
    const run = services.filter(([name]) => name.startsWith('kafka-')).map(([, { image }]) => image);
    expect(run).toEqual(Array.from({ length: 3 }, () => `apache/kafka:${tested}`));
  });

  it('starts programs that there are', () => {
    const started = [
      ...ours.flatMap(([, { command }]) => command?.[0] ?? []),
      ...[...templates.matchAll(/dist\/apps\/\w+\/src\/main\.js/g)].map(([path]) => path),
      ...[...text('infra/docker/Dockerfile').matchAll(/dist\/apps\/\w+\/src\/main\.js/g)].map(([path]) => path),
    ];
    expect(started.length).toBeGreaterThan(4);
    for (const path of started)
      expect([path, existsSync(join(root, path.replace('dist/', '').replace('.js', '.ts')))]).toEqual([path, true]);
  });

  it('sets nothing that no process reads', () => {
    const inCompose = ours.flatMap(([, { environment }]) => Object.keys(environment ?? {}));
    const inChart = [...templates.matchAll(/name: ([A-Z][A-Z_]+)\b/g)].map(([, name]) => name as string);
    expect(inChart.length).toBeGreaterThan(5);
    expect([...inCompose, ...inChart].filter((name) => !known.has(name))).toEqual([]);
  });

  it('waits for what is healthy, never for what was merely started', () => {
    for (const [, { depends_on = {} }] of services)
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(condition).toMatch(/^service_(healthy|completed_successfully)$/);
        if (condition === 'service_healthy') expect(compose.services[name]?.healthcheck).toBeDefined();
      }
  });

  it('shows and watches only what is measured', () => {
    const sources = [
      'libs/adapters/src/worker/worker-metrics.ts',
      'libs/adapters/src/worker/relay-role.ts',
      'libs/adapters/src/nest/operations/metrics.ts',
    ];
    const measured = new Set(sources.flatMap((path) => text(path).match(/taizhang_\w+/g) ?? []));
    const shown = [text('infra/grafana/dashboards/taizhang.json'), text('infra/prometheus/alerts.yml')]
      .flatMap((page) => page.match(/taizhang_\w+/g) ?? [])
      .map((name) => name.replace(/_bucket$/, ''));
    expect(new Set(shown).size).toBeGreaterThan(8);
    expect(shown.filter((name) => !measured.has(name))).toEqual([]);
  });

  it('is YAML throughout', () => {
    for (const path of ['infra/prometheus/prometheus.yml', 'infra/prometheus/alerts.yml', `${chart}/values.yaml`])
      for (const document of parseAllDocuments(text(path))) expect(document.errors).toEqual([]);
  });
});
