import type { RouteLocationRaw } from 'vue-router';

type Asked = Readonly<Record<string, string | undefined>>;

/** The page of the records behind a figure. */
export const evidenceOf = (code: string, asked: Asked): RouteLocationRaw => ({
  name: 'evidence',
  params: { code },
  query: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')),
});

/** The same page for an address as the API gives it: `/v1/indicators/<code>/evidence?…`. */
export const evidenceAt = (address: string): RouteLocationRaw => {
  const { pathname, searchParams } = new URL(address, 'http://nowhere.invalid');
  return evidenceOf(decodeURIComponent(pathname.split('/')[3] ?? ''), Object.fromEntries(searchParams));
};
