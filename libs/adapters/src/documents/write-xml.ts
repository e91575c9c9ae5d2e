const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Text as it stands between tags and in attributes. */
export const escapeXml = (text: string): string => text.replaceAll(/[&<>"\n]/g, (sign) => SIGNS[sign] ?? sign);

/** An element with its attributes; those that are null are left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly string[]
): string => {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escapeXml(value)}"`],
  );
  return children.length === 0
    ? `<${name}${given.join('')}/>`
    : `<${name}${given.join('')}>${children.join('')}</${name}>`;
};
