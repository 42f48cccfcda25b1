type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const write = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join(',')}}`;
};

/** JSON with the keys in order at every level and no spaces: equal values give equal text. Throws on what JSON cannot hold. */
export const canonicalJson = (value: unknown): string => write(JSON.parse(JSON.stringify(value)) as Json);
