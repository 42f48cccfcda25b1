type Verb = 'INSERT' | 'INSERT OR REPLACE';

/** An INSERT with one named parameter for each column, of the same name. The columns are separated by spaces. */
export const insertSql = (table: string, columns: string, verb: Verb = 'INSERT'): string => {
  const names = columns.split(' ');
  return `${verb} INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`;
};
