const BOUND = '[≥≤><＞＜≧≦⩾⩽]';
const NUMBER = '[\\d.,]+\\s*(?:%|％|[\\p{L}℃°]{0,3})';
const FORMS = [
  new RegExp(`${BOUND}\\s*=?\\s*\\d`, 'u'),
  new RegExp(`(?:不少于|不低于|不小于|不超过|不高于|不多于|不大于|至少|至多|最多|低于|高于|超过)\\s*\\d`, 'u'),
  new RegExp(`${NUMBER}(?:及)?(?:以上|以下|以内)`, 'u'),
];

/** Whether a result is written as a bound (≥1631件, 95%以上) and so says what it is not less or more than, not what it is. */
export const isInequality = (text: string): boolean => FORMS.some((form) => form.test(text));
