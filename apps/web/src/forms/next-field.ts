const FIELDS = 'input:not([disabled]):not([type=hidden]), textarea, button[data-go]';

/** Moves from a field to the one after it, in the order they stand; past the last to what submits. */
export const goOn = (form: HTMLElement, from: EventTarget | null): void => {
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.offsetParent !== null);
  const at = fields.indexOf(from as HTMLElement);
  const here = (from as HTMLElement | null)?.closest('[data-field]');
  fields
    .slice(at + 1)
    .find((field) => here === null || here === undefined || field.closest('[data-field]') !== here)
    ?.focus();
};
