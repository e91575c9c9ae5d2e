const FIELDS = 'input:not([disabled]):not([type=hidden]), textarea, button[data-go]';

/** Moves from a field to the one after it, in the order they stand; past the last to what submits. */
export const goOn = (form: HTMLElement, from: EventTarget | null): void => {
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.offsetParent !== null);
  const at = fields.indexOf(from as HTMLElement);
  const here = (from as HTMLElement | null)?.closest('[data-field]');
  const next = fields
    .slice(at + 1)
    .find((field) => here === null || here === undefined || field.closest('[data-field]') !== here);
  // Of yes and no the one that holds.
  (next?.closest('[role=radiogroup]')?.querySelector<HTMLElement>('input:checked') ?? next)?.focus();
};

/** Milliseconds a list takes to close over what was chosen. */
const CHOSEN = 60;

/** Where an arrow was pressed: a choice is pointed to there. */
let pointedIn: EventTarget | null = null;

/**
 * Enter goes on to the next field, whatever stands in this one. An open list takes it as a choice first, if something was typed or
 * pointed to: pressed twice it chooses nothing by itself. Where several may be chosen it stays for the next until nothing more is
 * typed. A closed list opens where something has to be chosen yet.
 */
export const onKey = (event: KeyboardEvent): void => {
  const target = event.target as HTMLInputElement;
  if (event.key !== 'Enter') {
    if (event.key !== 'Tab') pointedIn = event.key.startsWith('Arrow') ? target : null;
    return;
  }
  const form = event.currentTarget as HTMLElement;
  if (target.tagName === 'BUTTON' || target.tagName === 'TEXTAREA') return;
  const list = target.closest('.el-select');
  const isOpen = (): boolean => target.getAttribute('aria-expanded') === 'true';
  const isMeant = target.value !== '' || pointedIn === target;
  if (list !== null && isOpen() && isMeant) {
    pointedIn = null;
    if (list.closest('[data-several]') === null)
      setTimeout(() => {
        if (!isOpen()) goOn(form, target);
      }, CHOSEN);
    return;
  }
  if (list !== null && !isOpen() && mustChoose(list)) return;
  event.preventDefault();
  event.stopPropagation();
  if (list === null || !isOpen() || !mustChoose(list)) goOn(form, target);
};

/** Whether something has to be chosen from a list and nothing is; what stands in a group that there must be may still be left out. */
const mustChoose = (list: Element): boolean =>
  list.closest('[data-field]')?.hasAttribute('data-required') === true &&
  list.querySelector('.el-select__placeholder:not(.is-transparent), .el-tag') === null;
