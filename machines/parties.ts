/** Everyone the process gives something to do, in the order in which they are listed for people. */
export const parties = {
  enskild: { sv: 'Den enskilde', en: 'The person' },
  kommun: { sv: 'Kommunen', en: 'The municipality' },
  arbetsformedlingen: { sv: 'Arbetsförmedlingen', en: 'The Public Employment Service' },
  forsakringskassan: { sv: 'Försäkringskassan', en: 'The Social Insurance Agency' },
  migrationsverket: { sv: 'Migrationsverket', en: 'The Migration Agency' },
  skatteverket: { sv: 'Skatteverket', en: 'The Tax Agency' },
  regionen: { sv: 'Regionen', en: 'The region (health care)' },
  lansstyrelsen: { sv: 'Länsstyrelsen', en: 'The County Administrative Board' },
  'statens-servicecenter': { sv: 'Statens servicecenter', en: 'The National Government Service Centre' },
  anordnare: { sv: 'Anordnaren', en: 'The provider' },
  civilsamhallet: { sv: 'Civilsamhället', en: 'Civil society' },
} as const;

export type Party = keyof typeof parties;

/** The party's name in a language. */
export const partyName = (party: Party, language: 'sv' | 'en' = 'sv'): string => parties[party][language];

export const isParty = (text: string): text is Party => Object.hasOwn(parties, text);
