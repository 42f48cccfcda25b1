/** Proofs over all machines, law, texts and examples. */
import {
  everyBranchWalked,
  everyDeadlineInLaw,
  everyExampleHolds,
  everyTextExists,
  type ExampleRuns,
  runAll,
  sizes,
  walkedBranches,
} from './data-proofs.js';
import {
  everyClockMoves,
  everyGroundInForce,
  everyOwnerCanAct,
  everyProcessEnds,
  everyStateAwaits,
  everyStateReachable,
  plainForm,
} from './machine-proofs.js';
import { type Evidence, type Proof, prove } from './proof.js';

export interface VerifyReport {
  ok: boolean;
  proofs: Proof[];
  coverage: ReturnType<typeof sizes>;
}

const looksAt = (runs: readonly ExampleRuns[]) => ({
  'maskinerna är ren XState utan klocka och sidoeffekter': plainForm,
  'varje tillstånd väntar på någon eller vet vad som väcker det': everyStateAwaits,
  'den som äger ett steg kan fullgöra det': everyOwnerCanAct,
  'varje klocka har ett datum och flyttar sin process': everyClockMoves,
  'varje tillstånd kan nås någon dag': everyStateReachable,
  'från varje tillstånd finns en väg till ett slut': everyProcessEnds,
  'varje grund gäller varje dag då någon kan stå där': everyGroundInForce,
  'varje tidsgräns finns i lagen': everyDeadlineInLaw,
  'varje text finns på svenska och engelska': everyTextExists,
  'varje exempel håller': everyExampleHolds(runs),
  'varje övergång går av ett exempel': everyBranchWalked(walkedBranches(runs)),
});

/** What is proved, in the words that reports show. */
export const proofNames: readonly string[] = Object.keys(looksAt([]));

/** Runs every proof. It never throws: what cannot be proved is a counterexample. */
export function verify(evidence: Evidence, progress: (name: string) => void = () => undefined): VerifyReport {
  const runs = runAll(evidence);
  const looks = looksAt(runs);
  const proofs = Object.entries(looks).map(([name, look]) => {
    progress(name);
    return prove(name, evidence, look);
  });
  return { ok: proofs.every((proof) => proof.ok), proofs, coverage: sizes(evidence) };
}
