import { createHash } from 'node:crypto';
import type { EvidenceManifest, ListedFigure } from '#application/documents/evidence-manifest.js';
import type { PrintedAnchor } from '#application/documents/anchored.js';
import type { FigureSource } from '#application/documents/printed.js';
import type { Period } from '#kernel/period.js';
import { MANIFEST_NAMESPACE, readXml } from './read-xml.js';
import { UnusableFile } from './unusable-file.js';
import { element } from './write-xml.js';

const sourceElement = (source: FigureSource): string => {
  switch (source.kind) {
    case 'indicator': {
      const { kind: _, period, position, ...rest } = source;
      return element('indicator', {
        ...rest,
        scheme: period.scheme,
        from: period.from,
        to: period.to,
        position: String(position),
      });
    }
    case 'derived':
      return element('derived', { rule: source.rule }, ...source.from.map((id) => element('from', { id })));
    case 'manual':
      return element('manual', { event: source.event });
  }
};

const figureElement = ({ id, printed, value, unit, source, places }: ListedFigure): string =>
  element(
    'figure',
    { id, printed, value, unit },
    sourceElement(source),
    ...places.map((at) => element('place', { at })),
  );

const anchorElement = ({ logId, position, hash }: PrintedAnchor): string =>
  element('anchor', { log: logId, position: String(position), hash });

const sealElement = (hash: string): string => element('seal', { hash });

/** The manifest as a part of an office file. Its digest shows careless changes; careful ones are shown by the log. */
export const manifestXml = (manifest: EvidenceManifest): string => {
  const { document, issuer, date, seal, figures } = manifest;
  const head = { xmlns: MANIFEST_NAMESPACE, document, issuer, date, seal, digest: digestOf(manifest) };
  const whole = element('manifest', head, ...provenance(manifest), ...figures.map(figureElement));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${whole}`;
};

/** What a file says it was taken from: seals, and the log as it was. */
const provenance = ({ seals = [], anchor }: EvidenceManifest): readonly string[] => [
  ...seals.map(sealElement),
  ...(anchor === undefined ? [] : [anchorElement(anchor)]),
];

const digestOf = (manifest: EvidenceManifest): string => {
  const { document, issuer, date, seal, figures } = manifest;
  return createHash('sha256')
    .update([document, issuer, date, seal ?? '', ...provenance(manifest), ...figures.map(figureElement)].join('\n'))
    .digest('hex');
};

type Attributes = Readonly<Record<string, string>>;
type Draft = Omit<ListedFigure, 'source'> & { source?: FigureSource; places: string[] };

/** @throws UnusableFile `broken-manifest` naming what is missing */
export const parseManifest = (
  bytes: Uint8Array,
  part: string,
): { readonly manifest: EvidenceManifest; readonly intact: boolean } => {
  let head: Attributes | undefined;
  let anchor: PrintedAnchor | undefined;
  const seals: string[] = [];
  const figures: Draft[] = [];
  const broken = (what: string): UnusableFile => new UnusableFile('broken-manifest', `${part}: ${what}`);
  const given = (attributes: Attributes, name: string): string => {
    const value = attributes[name];
    if (value === undefined) throw broken(`${name} is missing`);
    return value;
  };
  const current = (): Draft => {
    const figure = figures.at(-1);
    if (figure === undefined) throw broken('a source of no figure');
    return figure;
  };
  const readers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'm:manifest': (attributes) => (head = attributes),
    'm:seal': (attributes) => seals.push(given(attributes, 'hash')),
    'm:anchor': (attributes) => {
      const position = Number(given(attributes, 'position'));
      if (!Number.isSafeInteger(position)) throw broken('position is no number');
      anchor = { logId: given(attributes, 'log'), position, hash: given(attributes, 'hash') };
    },
    'm:figure': (attributes) =>
      figures.push({
        id: given(attributes, 'id'),
        printed: given(attributes, 'printed'),
        value: attributes['value'] ?? null,
        unit: given(attributes, 'unit'),
        places: [],
      }),
    'm:indicator': (attributes) => {
      const position = Number(given(attributes, 'position'));
      if (!Number.isSafeInteger(position)) throw broken('position is no number');
      current().source = {
        kind: 'indicator',
        indicator: given(attributes, 'indicator'),
        definition: given(attributes, 'definition'),
        office: given(attributes, 'office'),
        period: {
          scheme: given(attributes, 'scheme') as Period['scheme'],
          from: given(attributes, 'from'),
          to: given(attributes, 'to'),
        },
        position,
        evidence: given(attributes, 'evidence'),
      };
    },
    'm:derived': (attributes) => (current().source = { kind: 'derived', rule: given(attributes, 'rule'), from: [] }),
    'm:from': (attributes) => {
      const { source } = current();
      if (source?.kind !== 'derived') throw broken('a part of no rule');
      current().source = { ...source, from: [...source.from, given(attributes, 'id')] };
    },
    'm:manual': (attributes) => (current().source = { kind: 'manual', event: attributes['event'] ?? null }),
    'm:place': (attributes) => current().places.push(given(attributes, 'at')),
  };
  readXml(bytes, part, { open: (name, attributes) => readers[name]?.(attributes) });
  if (head === undefined) throw broken('it is no manifest');
  const manifest: EvidenceManifest = {
    document: given(head, 'document'),
    issuer: given(head, 'issuer'),
    date: given(head, 'date'),
    seal: head['seal'] ?? null,
    ...(seals.length > 0 && { seals }),
    ...(anchor !== undefined && { anchor }),
    figures: figures.map(({ source, ...figure }) => {
      if (source === undefined) throw broken(`${figure.id} has no source`);
      return { ...figure, source };
    }),
  };
  return { manifest, intact: head['digest'] === digestOf(manifest) };
};
