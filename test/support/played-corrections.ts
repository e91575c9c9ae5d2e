import { defineLine } from '#application/define-line.js';
import { streams } from '#lines/corrections/domain/streams.js';
import { figures } from '#lines/corrections/figures.js';
import { settings } from '#lines/corrections/settings.js';
import { PlayedLog } from './played-log.js';

/** Offices of the examples: the one that receives, and one to move to. */
export const [HOME, OTHER, CENTRE] = ['430922001', '430922002', '430922'] as const;

const line = defineLine({ code: 'corrections', terms: {}, errors: {}, settings, streams, ...figures });

/** An empty log of the corrections line, written by the county's centre. */
export const correctionsLog = (): PlayedLog => new PlayedLog(line, CENTRE);
