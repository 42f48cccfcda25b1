/** Proofs over all machines, law, texts and examples. */
import {
  everyBranchWalked,
  everyExampleHolds,
  type ExampleRuns,
  runAll,
  sizes,
  walkedBranches,
} from './data-proofs.js';
import { everyOwnerCanAct, guardsDisjoint, guardsExhaustive, nothingImpossibleAwaited } from './fact-proofs.js';
import { everyStateAwaits, noRegionReset, plainForm } from './form-proofs.js';
import { everyCitationExists, everyGroundInForce } from './law-proofs.js';
import { type Evidence, type Look, type Proof, prove } from './proof.js';
import { everyProcessEnds, everySpaceListed, everyStateReachable } from './reach-proofs.js';
import { exploreAll } from '../space/spaces.js';
import { everySampleFits, everyTextExists } from './text-proofs.js';
import { everyClockMoves, everyDateComputable, everyDeadlineInLaw } from './time-proofs.js';

export interface VerifyReport {
  ok: boolean;
  proofs: Proof[];
  coverage: ReturnType<typeof sizes>;
}

/** Told before each part of the work, with its name. */
export type Progress = (name: string) => void;

const looksAt = (runs: readonly ExampleRuns[]): Record<string, Look> => ({
  'maskinerna är ren XState utan klocka och sidoeffekter': plainForm,
  'ingen övergång nollställer det som pågår vid sidan av': noRegionReset,
  'varje tillstånd väntar på någon eller vet vad som väcker det': everyStateAwaits,
  'alla lägen går att räkna upp': everySpaceListed,
  'varje tillstånd kan nås någon dag': everyStateReachable,
  'från varje tillstånd finns en väg till ett slut': everyProcessEnds,
  'den som äger ett steg kan fullgöra det': everyOwnerCanAct,
  'inget faktum är både väntat och omöjligt': nothingImpossibleAwaited,
  'villkor på samma faktum utesluter varandra': guardsDisjoint,
  'villkor på ett väntat faktum lämnar inget utanför': guardsExhaustive,
  'varje klocka har ett datum och flyttar sin process': everyClockMoves,
  'varje datum går att räkna ut där det behövs': everyDateComputable,
  'varje hänvisning finns i lagen eller bland kraven': everyCitationExists,
  'varje grund gäller varje dag då någon kan stå där': everyGroundInForce,
  'varje tidsgräns finns i lagen': everyDeadlineInLaw,
  'varje text finns på svenska och engelska': everyTextExists,
  'varje prov på ett faktum följer dess schema': everySampleFits,
  'varje exempel håller': everyExampleHolds(runs),
  'varje övergång går av ett exempel': everyBranchWalked(walkedBranches(runs)),
});

/** What is proved, in the words that reports show. */
export const proofNames: readonly string[] = Object.keys(looksAt([]));

/** Runs every proof, and `more` besides. It never throws: what cannot be proved is a counterexample. */
export function verify(
  evidence: Evidence,
  progress: Progress = () => undefined,
  more: Record<string, Look> = {},
): VerifyReport {
  progress('alla exempel körs');
  const runs = runAll(evidence);
  progress('alla lägen räknas upp');
  const ground = { ...evidence, explored: exploreAll(evidence) };
  const looks = { ...looksAt(runs), ...more };
  const proofs = Object.entries(looks).map(([name, look]) => {
    progress(name);
    return prove(name, ground, look);
  });
  return { ok: proofs.every((proof) => proof.ok), proofs, coverage: sizes(evidence) };
}
