/** Fields that are never logged, whatever is in them. */
const FIELDS =
  /^(authorization|cookie|set-?cookie|(new)?password|secret|token|ticket|personName|name|idNo|phone|address|birthDate)$/i;
const CUT = '[redacted]';

/** What personal data and credentials look like in a text. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, `Bearer ${CUT}`],
  [/__(?:Host|Secure)-[\w-]+=[^;\s"']*/g, CUT],
  [/\b(\w+:\/\/)[^\s/@]+@/g, `$1${CUT}@`],
  // Identity numbers of 18 and 15 digits, and mobile telephones. @source GB 11643-1999
  [/(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/g, CUT],
  [/(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d{9}(?![\dA-Za-z])/g, CUT],
  // A value that a database or a parser quotes: ours are English, so what is quoted in Chinese is somebody's.
  [/(["'“(=])[^"'”()=\n]*[\u3400-\u9fff][^"'”()=\n]*(["'”)])/g, `$1${CUT}$2`],
];
const DEEPEST = 4;

const redactedText = (text: string): string =>
  forms.reduce((left, [form, instead]) => left.replaceAll(form, instead), text);

/** An entry as it may be written: no credential, no person. */
export const redacted = (value: unknown, left = DEEPEST): unknown => {
  if (typeof value === 'string') return redactedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) return CUT;
  if (Array.isArray(value)) return value.map((item) => redacted(item, left - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, FIELDS.test(name) ? CUT : redacted(item, left - 1)]),
  );
};
