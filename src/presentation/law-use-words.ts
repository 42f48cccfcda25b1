/** What uses a provision, in words. */
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

/** The uses by kind, in their order. */
export function byKind(uses: readonly LawUse[]): [kind: LawUse['kind'], keys: string[]][] {
  const kinds = new Map<LawUse['kind'], string[]>();
  for (const { kind, key } of uses) kinds.set(kind, [...(kinds.get(kind) ?? []), key]);
  return [...kinds];
}
