import type { Uuid } from '../kernel.js';

/** An id anywhere in a text. */
export const ID_IN_TEXT = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Every id in a text, once each. */
export const idsInText = (text: string): readonly Uuid[] => [...new Set(text.match(ID_IN_TEXT) ?? [])];
