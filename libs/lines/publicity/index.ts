import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { settings } from './settings.js';
import { terms } from './terms.js';

/** Making the law known (普法宣传): activities, print and media, places of legal culture, demonstration villages, counsels. */
export const publicity = defineLine({
  code: 'publicity',
  terms,
  errors,
  settings,
  streams,
  ...figures,
});
