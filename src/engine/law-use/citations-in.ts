const citation = /\b\d{4}:\d+(?: \d+(?: [a-z])? kap\.)?(?: \d+(?: [a-z])? §)?(?: \d+ st)?(?: \d+ p)?/g;

/** The citations in all the texts of a value, at any depth: `2017:820 15 § 2 st`. Numbers of statutes alone are not among them. */
export function citationsIn(value: unknown): string[] {
  if (typeof value === 'string') return (value.match(citation) ?? []).filter((found) => found.includes(' '));
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(citationsIn))];
}
