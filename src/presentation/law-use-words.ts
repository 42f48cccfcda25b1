/** What uses a provision, or why nothing does, in words. */
import type { WithoutStep } from '../engine/law/law-data.js';
import type { LawUse } from '../engine/law-use/law-use.js';

export const lawUseWords: Record<'sv' | 'en', Record<LawUse['kind'], string>> = {
  sv: {
    process: 'process som vilar på den',
    step: 'grund för steg',
    deadline: 'tid för steg',
    date: 'beräknad dag',
    measure: 'mått',
    guard: 'villkor',
    clause: 'klausul',
    obligation: 'skyldighet',
    example: 'exempel',
  },
  en: {
    process: 'process that rests on it',
    step: 'ground of step',
    deadline: 'time of step',
    date: 'computed date',
    measure: 'measure',
    guard: 'condition',
    clause: 'clause',
    obligation: 'obligation',
    example: 'example',
  },
};

export const withoutStepWords: Record<'sv' | 'en', Record<WithoutStep['reason'], string>> = {
  sv: {
    ram: 'ord, syften och hänvisningar',
    organisation: 'myndigheternas egen organisation och samverkan',
    uppgifter: 'uppgifter mellan myndigheter',
    sekretess: 'sekretess och personuppgifter',
    pengar: 'belopp som någon annan räknar ut',
    andra: 'andra än dem som Etapp följer',
    upphavd: 'upphävt före de ärenden som Etapp följer',
    olast: 'innehåll som ingen har läst',
  },
  en: {
    ram: 'words, purposes and references',
    organisation: 'how authorities are organised and cooperate',
    uppgifter: 'data that authorities give each other',
    sekretess: 'secrecy and personal data',
    pengar: 'amounts that somebody else reckons',
    andra: 'others than those whom Etapp follows',
    upphavd: 'repealed before the cases that Etapp follows',
    olast: 'a content that nobody has read',
  },
};

/** The uses by kind, in their order. */
export function byKind(uses: readonly LawUse[]): [kind: LawUse['kind'], keys: string[]][] {
  const kinds = new Map<LawUse['kind'], string[]>();
  for (const { kind, key } of uses) kinds.set(kind, [...(kinds.get(kind) ?? []), key]);
  return [...kinds];
}
