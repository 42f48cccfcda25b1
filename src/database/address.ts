/** Where a database is. */
export type Address =
  { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'postgres'; readonly url: string };

/** Reads `sqlite:PATH` (or `sqlite::memory:`) and `postgres://…`. Throws, in Swedish and English, for anything else. */
export function addressOf(url: string): Address {
  if (/^postgres(ql)?:\/\/./.test(url)) return { kind: 'postgres', url };
  const path = /^sqlite:(?!\/\/)(.+)$/.exec(url)?.[1];
  if (path !== undefined) return { kind: 'sqlite', path };
  throw new Error(
    'Databasens adress ska skrivas sqlite:SÖKVÄG eller postgres://…, till exempel sqlite:etapp.db. / ' +
      'The address of the database is written sqlite:PATH or postgres://…, for example sqlite:etapp.db.',
  );
}

/** The address as it may be shown: without what can be a name or a password. */
export const shownAddress = (url: string): string =>
  url.replace(/^([a-z]+:\/\/).*@/i, '$1').replace(/([?&]pass(word)?=)[^&]*/gi, '$1***');
