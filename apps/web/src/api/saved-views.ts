import { ref } from 'vue';
import { newId } from '../forms/new-id.js';
import { call } from './call.js';

/** How somebody looks at a register, under a name. Columns that are not named are not shown; all where there are none. */
export interface ViewContent {
  readonly name: string;
  readonly register: string;
  readonly bureau: string;
  readonly office: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
}
export interface SavedView {
  readonly viewId: string;
  readonly content: ViewContent;
}

/** Those of the user, the newest first. They are kept on the server, for him alone. */
export const useSavedViews = () => {
  const views = ref<readonly SavedView[]>([]);
  const load = async (): Promise<void> => {
    views.value = (await call<{ readonly views: readonly SavedView[] }>('GET', '/v1/saved-views')).views;
  };
  return {
    views,
    load,
    /** In the place of the one of that name. */
    keep: async (content: ViewContent): Promise<void> => {
      const former = views.value.find(({ content: { name } }) => name === content.name);
      await call('PUT', `/v1/saved-views/${former?.viewId ?? newId()}`, { body: { content } });
      await load();
    },
    drop: async ({ viewId }: SavedView): Promise<void> => {
      await call('DELETE', `/v1/saved-views/${viewId}`);
      await load();
    },
  };
};
