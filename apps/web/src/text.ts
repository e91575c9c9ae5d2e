import { computed, ref } from 'vue';
import { type TermKey, terms } from './terms.js';

export type Language = 'zh' | 'en';
/** Where a browser keeps which language it is. */
export const KEPT = 'taizhang.language';

/** The language of the page; titles of records and figures are the law's and stay Chinese. */
export const language = ref<Language>(localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');

export const speak = (chosen: Language): void => {
  language.value = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
};

/** What the page says, with `{name}` replaced. */
export const say = (key: TermKey, values: Readonly<Record<string, string | number>> = {}): string =>
  terms[key][language.value].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

export const isChinese = computed(() => language.value === 'zh');
