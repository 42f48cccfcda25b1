/** The kinds of problem that leave over HTTP: one table of slugs, statuses and titles. */

interface ProblemKind {
  status: number;
  sv: string;
  en: string;
}

const kinds = {
  'not-awaited': { status: 409, sv: 'Uppgiften väntas inte', en: 'The fact is not awaited' },
  'case-closed': { status: 409, sv: 'Ärendet är avslutat', en: 'The case is closed' },
  'stale-write': { status: 409, sv: 'Ärendet har ändrats', en: 'The case has changed' },
  'law-not-in-force': { status: 409, sv: 'Lagen ger inget svar för dagen', en: 'The law gives no answer for the day' },
  'agreement-not-in-force': { status: 409, sv: 'Överenskommelsen gäller inte', en: 'The agreement is not in force' },
  'unknown-fact': { status: 422, sv: 'Okänd faktatyp', en: 'Unknown type of fact' },
  'invalid-data': { status: 422, sv: 'Uppgifterna går inte att använda', en: 'The data cannot be used' },
  'idempotency-conflict': { status: 422, sv: 'Nyckeln är redan använd', en: 'The key has already been used' },
  'not-found': { status: 404, sv: 'Finns inte', en: 'Not found' },
  'not-allowed': { status: 403, sv: 'Inte tillåtet', en: 'Not allowed' },
  'too-large': { status: 413, sv: 'För mycket på en gång', en: 'Too much at once' },
  'clock-behind': { status: 503, sv: 'Serverns klocka går efter', en: 'The clock of the server is behind' },
  'storage-full': { status: 507, sv: 'Lagringen är full', en: 'The storage is full' },
  unavailable: { status: 503, sv: 'Tjänsten är inte redo', en: 'The service is not ready' },
  internal: { status: 500, sv: 'Något gick fel', en: 'Something went wrong' },
} as const satisfies Record<string, ProblemKind>;

/** What `type` of a problem ends in. */
export type ProblemSlug = keyof typeof kinds;

export const problemKind = (slug: ProblemSlug): ProblemKind => kinds[slug];
export const isProblemSlug = (text: string): text is ProblemSlug => Object.hasOwn(kinds, text);
export const problemSlugs = Object.keys(kinds) as ProblemSlug[];

/** What is wrong with one field. `pointer` is a JSON pointer into the body, or the name of a query parameter after a slash. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** A text in both languages. */
export interface Said {
  sv: string;
  en: string;
}

/** A fault of the one who asks, already in words. */
export class Problem extends Error {
  constructor(
    readonly slug: ProblemSlug,
    readonly says: Said,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(says.en);
    this.name = 'Problem';
  }
}

/** What was sent cannot be used; every fault with its place. */
export const invalidData = (errors: readonly FieldError[]): Problem =>
  new Problem(
    'invalid-data',
    {
      sv: `Rätta och försök igen. ${errors.map(({ detail }) => detail).join(' ')}`.trim(),
      en: 'Correct what is listed and try again.',
    },
    errors,
  );

/** What was asked for does not exist. */
export const notFound = (what: Said): Problem => new Problem('not-found', what);
