import { type LocalDate, type Rejection, reject } from '../../kernel.js';
import type { ScoringFrame } from '../frame.js';
import { hebeiFuning } from './hebei-funing.frame.js';
import { hunanZiyang } from './hunan-ziyang.frame.js';
import { national2020 } from './national-2020.frame.js';
import { sichuanDaying } from './sichuan-daying.frame.js';

/** The frames that come with the product. A rule that changes is a next version with its own `validFrom`. */
export const frames: readonly ScoringFrame[] = [national2020, hebeiFuning, hunanZiyang, sichuanDaying];

const newest = (found: readonly ScoringFrame[]): ScoringFrame | undefined =>
  [...found]
    .sort((a, b) => (a.validFrom === b.validFrom ? a.version - b.version : a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);

const unknown = (asked: string): Rejection =>
  reject('unknown-frame', { at: 'frame', code: 'unknown-frame', message: asked });

/**
 * The newest version of a frame by its code.
 * @rejects unknown-frame naming what was asked for
 */
export const frameByCode = (code: string, among: readonly ScoringFrame[] = frames): ScoringFrame | Rejection =>
  newest(among.filter((frame) => frame.code === code)) ?? unknown(code);

/**
 * The frame of a province in force on a day; undefined asks for the central one. A province without a frame of its own is
 * given none: which one it borrows is for somebody to choose.
 * @rejects unknown-frame naming the province and the day
 */
export const frameInForce = (
  province: string | undefined,
  on: LocalDate,
  among: readonly ScoringFrame[] = frames,
): ScoringFrame | Rejection =>
  newest(among.filter((frame) => frame.province === province && frame.validFrom <= on)) ??
  unknown(`${province ?? 'central'} ${on}`);
