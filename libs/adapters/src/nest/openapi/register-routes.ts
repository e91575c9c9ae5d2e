import { documented } from './documented.js';
import { asOf, page, parameter, scope, text } from './parameters.js';

const tag = 'registers';
const filtersOf = (filters: readonly string[]) => filters.map((name) => parameter(name, text(200)));

/** A page of a register, with the fields it can be filtered by. */
export const documentRegister = (code: string, summary: string, filters: readonly string[]): MethodDecorator =>
  documented({
    ...{ id: `register.${code}`, summary, tag },
    query: [...scope, ...page, asOf, ...filtersOf(filters)],
    answers: [{ status: 200, shape: 'RegisterPage', says: 'A page of the list, newest first' }],
    problems: [404, 503],
  });

/** The whole of a register as a workbook. */
export const documentRegisterWorkbook = (code: string, title: string, filters: readonly string[]): MethodDecorator =>
  documented({
    ...{ id: `register-workbook.${code}`, summary: `导出${title}`, tag },
    query: [
      ...scope,
      parameter('reason', text(500), {
        ...{ required: true, example: '年终核对' },
        description: 'Why it is carried away; goes on record',
      }),
      asOf,
      ...filtersOf(filters),
    ],
    answers: [{ status: 200, says: 'A workbook of all rows, newest first, as they stood when it was asked for' }],
    problems: [404, 503],
  });
