import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { offices } from '../api/catalogue.js';
import { own } from '../api/session.js';

const KEPT = 'taizhang.bureau';
const keptUnder = (): string => `${KEPT}.${own.value?.user.userId ?? ''}`;

/** Bureaus the caller sees an office of, by code, with the name of the bureau itself where it is seen. */
export const bureaus = computed(() =>
  [...new Set(offices.value.flatMap(({ bureau }) => (bureau === '' ? [] : [bureau])))].sort().map((code) => ({
    code,
    name: offices.value.find(({ bureau, kind }) => bureau === code && kind === 'bureau')?.name ?? code,
  })),
);
export const bureauName = (code: string): string => bureaus.value.find((bureau) => bureau.code === code)?.name ?? code;

/** Whose figures a page shows: a bureau, and one office of it where one is chosen. It stands in the address of the page. */
export const useScope = () => {
  const route = useRoute();
  const router = useRouter();
  const said = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };
  const known = (code: string | null): code is string => bureaus.value.some((bureau) => bureau.code === code);
  const bureau = computed({
    get: () => {
      const kept = localStorage.getItem(keptUnder());
      return known(said('bureau')) ? said('bureau') : known(kept) ? kept : (bureaus.value[0]?.code ?? '');
    },
    set: (code: string) => {
      localStorage.setItem(keptUnder(), code);
      const { office: _, ...rest } = route.query;
      void router.replace({ query: { ...rest, bureau: code } });
    },
  });
  const office = computed({
    get: () => said('office'),
    set: (code: string) => {
      const { office: _, ...rest } = route.query;
      void router.replace({ query: { ...rest, ...(code === '' ? {} : { office: code }) } });
    },
  });
  /** As the API is asked. */
  const asked = computed(() => ({
    ...(bureau.value === '' ? {} : { bureau: bureau.value }),
    ...(office.value === '' ? {} : { office: office.value }),
  }));
  return { bureau, office, asked };
};
export type Scope = ReturnType<typeof useScope>;
