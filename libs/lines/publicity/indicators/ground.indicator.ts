import { indicatorTable, part } from '#application/indicator-table.js';
import { closing, count, flow, personsStanding, rate, stock, total } from './formulas.js';

const titles = (level: string) => part('PL-08', stock('个', closing('publicity.demo-titles', { level })));

/** What stands in villages: counsels, titles, places of legal culture. */
export const groundIndicators = indicatorTable({
  /**
   * 法律顾问四个一完成率: kinds of duty done in their month ÷ duties owed, over the months that end in the period. For counsels in
   * post all year the denominator is counsels × 4 × 12. unit %
   */
  'PL-07': rate(flow('publicity.duties-fulfilled'), flow('publicity.duties-owed')),
  'PL-07-owed': part('PL-07', total('次', flow('publicity.duties-owed'))),
  'PL-07-fulfilled': part('PL-07', total('次', flow('publicity.duties-fulfilled'))),
  /** Every duty done, more than one of a kind in a month as well. */
  'PL-07-done': part('PL-07', count('次', flow('publicity.counsel-duties'))),
  /** 村（居）法律顾问: villages with a counsel in post at the end. */
  'PL-07-counsels': part('PL-07', stock('个', closing('publicity.counsels'))),
  /** 民主法治示范村(社区): distinct villages that hold a title at the end. The parts count titles. unit 个 */
  'PL-08': stock('个', personsStanding('publicity.demo-titles')),
  'PL-08-national': titles('national'),
  'PL-08-provincial': titles('provincial'),
  'PL-08-city': titles('city'),
  'PL-08-county': titles('county'),
  /** Titles awarded in the period. */
  'PL-08-awarded': part('PL-08', count('个', flow('publicity.titles-awarded'))),
  /** 法治文化景观: scenes of places accepted and not closed, at the end. unit 处 */
  'PL-09': stock('处', closing('publicity.scenes')),
  'PL-09-places': part('PL-09', stock('个', closing('publicity.places'))),
  /** Scenes accepted in the period. */
  'PL-09-built': part('PL-09', total('处', flow('publicity.scenes-built'))),
});
