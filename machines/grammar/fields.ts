/** The kinds of field a fact may have. */
export const code = <const V extends readonly string[]>(...values: V) => ({ kind: 'code', values }) as const;
export const date = { kind: 'date' } as const;
/** A day of birth: nothing in the case can be earlier. */
export const birth = { kind: 'date', birth: true } as const;
export const truth = { kind: 'boolean' } as const;
export const kommun = { kind: 'kommun' } as const;
export const integer = (min: number, max: number, unit: string) => ({ kind: 'integer', min, max, unit }) as const;
export const pattern = (regex: string, example: string) => ({ kind: 'pattern', pattern: regex, example }) as const;
export const optional = <F extends object>(field: F) => ({ ...field, optional: true }) as const;
/** Extent of an assignment or an absence, in percent of full time. */
export const percent = integer(1, 100, 'procent');
