import { type ComputedRef, type Ref, computed, ref, watch } from 'vue';
import type { FieldSchema } from '../api/catalogue.js';
import { isEmpty, kindOf } from './check-field.js';

/** What is known with the person. */
const OF_PERSON = ['sex', 'ageBand'];
const OFFICE = 'officeCode';

/**
 * Fields that fill themselves: the office, and what is known with the person. They are told in one line until somebody
 * wants to change them, or nothing is known.
 */
export const settledFields = (
  schema: FieldSchema,
  data: Ref<Record<string, unknown>>,
  office: Ref<string>,
): { readonly settled: ComputedRef<readonly string[]>; readonly isOpen: Ref<boolean> } => {
  const names = Object.keys(schema.properties ?? {});
  const person = names.find((name) => kindOf(schema.properties?.[name] ?? {}) === 'person');
  const isOpen = ref(false);
  const settled = computed(() =>
    isOpen.value
      ? []
      : names.filter((name) =>
          name === OFFICE
            ? !isEmpty(data.value[name])
            : OF_PERSON.includes(name) &&
              person !== undefined &&
              (isEmpty(data.value[person]) || !isEmpty(data.value[name])),
        ),
  );
  watch(office, (code) => {
    if (settled.value.includes(OFFICE)) data.value = { ...data.value, [OFFICE]: code };
  });
  return { settled, isOpen };
};
