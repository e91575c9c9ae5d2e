import { describeLines } from '#application/describe-lines.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';

/** Forms that offices fill in every day: intake, visit, dispute, consultation, application, contact. */
const EVERY_DAY = [
  'corrections.ReceiveSubject',
  'corrections.ConductVisit',
  'mediation.AcceptDispute',
  'legal-aid.AnswerConsultation',
  'legal-aid.ApplyForAid',
  'aftercare.MakeContact',
];

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The fields of a form, at any depth, with the sentences shown there. */
const fieldsOf = (
  { properties = {}, items }: Schema,
  place = '',
): readonly (readonly [string, string | undefined])[] => [
  ...Object.entries(properties).flatMap(([name, field]) => [
    [`${place}${name}`, field.description] as const,
    ...fieldsOf(field, `${place}${name}.`),
  ]),
  ...(items === undefined ? [] : fieldsOf(items, place)),
];

const commands = new Map(
  describeLines(new Registry(lines)).flatMap(({ streams }) =>
    streams.flatMap((stream) => stream.commands.map(({ type, data }) => [type, data as Schema] as const)),
  ),
);

it.each(EVERY_DAY)('every field of %s says what is to be filled in', (type) => {
  const fields = fieldsOf(commands.get(type) ?? {});
  expect(fields.length).toBeGreaterThan(2);
  expect(fields.filter(([, help]) => help === undefined || help === '').map(([name]) => name)).toEqual([]);
});

it('a sentence fits below a field, and is one', () => {
  const sentences = EVERY_DAY.flatMap((type) => fieldsOf(commands.get(type) ?? {}));
  expect(sentences.filter(([, help = '']) => help.length > 60 || !help.endsWith('。'))).toEqual([]);
});
