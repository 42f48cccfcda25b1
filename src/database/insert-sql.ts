type Verb = 'INSERT' | 'INSERT OR REPLACE';

/** An INSERT with one named parameter for each column, of the same name. */
export const insertSql = (table: string, columns: readonly string[], verb: Verb = 'INSERT'): string =>
  `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
