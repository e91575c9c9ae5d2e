import { closing, count, flow, indicatorTable, part, rate, stock, sum } from './formulas.js';

const posts = (kind: string) => part('BF-14-posts', stock('个', closing('funds.posts', { kind })));
const staff = (kind: string) => part('BF-14-staff', stock('人', closing('funds.staff-in-post', { kind })));
const duty = (name: string) => part('BF-14-duty', stock('人', closing('funds.duties', { duty: name })));
const facility = (name: string, unit: string) => stock(unit, closing('funds.facility-figures', { facility: name }), 2);

/** Posts and people at the period's end, and how they came and went. */
export const establishmentIndicators = indicatorTable({
  /** 人员控制率. */
  'BF-11': rate(closing('funds.staff-in-post'), closing('funds.posts')),
  'BF-14-posts': stock('个', closing('funds.posts')),
  'BF-14-posts-administrative': posts('administrative'),
  'BF-14-posts-political-legal': posts('political-legal'),
  'BF-14-posts-institution': posts('institution'),
  'BF-14-posts-worker': posts('worker'),
  'BF-14-posts-self-funded': posts('self-funded'),
  'BF-14-staff': stock('人', closing('funds.staff-in-post')),
  /** On administrative posts of either kind: 行政编制 and 政法专项编制. */
  'BF-14-staff-administrative': part(
    'BF-14-staff',
    stock(
      '人',
      sum(
        closing('funds.staff-in-post', { kind: 'administrative' }),
        closing('funds.staff-in-post', { kind: 'political-legal' }),
      ),
    ),
  ),
  'BF-14-staff-institution': staff('institution'),
  'BF-14-staff-worker': staff('worker'),
  'BF-14-staff-self-funded': staff('self-funded'),
  'BF-14-staff-joined': part('BF-14-staff', count('人', flow('funds.staff-joined'))),
  'BF-14-staff-imported': part('BF-14-staff', count('人', flow('funds.staff-imported'))),
  'BF-14-staff-left': part('BF-14-staff', count('人', flow('funds.staff-left'))),
  'BF-14-staff-retired': part('BF-14-staff', count('人', flow('funds.staff-retired'))),
  'BF-14-retired': stock('人', closing('funds.retired')),
  'BF-14-seconded': stock('人', closing('funds.seconded')),
  /** Assignments: a person with two duties counts under each. */
  'BF-14-duty': stock('人', closing('funds.duties')),
  'BF-14-duty-corrections': duty('corrections'),
  'BF-14-duty-corrections-county': duty('corrections-county'),
  'BF-14-duty-smart-centre': duty('smart-centre'),
  'BF-14-duty-smart-centre-police': duty('smart-centre-police'),
  'BF-15-heated-area': facility('heated-area', '平方米'),
  'BF-15-heating-months': facility('heating-months', '个月'),
  'BF-15-office-temperature': facility('office-temperature', '度'),
  'BF-15-floor-area': facility('floor-area', '平方米'),
  /** Published within the term ÷ due for publication. */
  'BF-16': rate(flow('funds.disclosures-on-time'), flow('funds.disclosures-due')),
  'BF-16-due': part('BF-16', count('次', flow('funds.disclosures-due'))),
  'BF-16-on-time': part('BF-16', count('次', flow('funds.disclosures-on-time'))),
});
