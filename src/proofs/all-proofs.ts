/** Every proof: those that hold for any machines, and those about one section of law. */
import type { Evidence } from '../engine/verify/proof.js';
import { type Progress, verify, type VerifyReport } from '../engine/verify/verify.js';
import { nothingOutsideTheWindow } from './window-proof.js';

/** Runs every proof. It never throws: what cannot be proved is a counterexample. */
export const verifyAll = (evidence: Evidence, progress?: Progress): VerifyReport =>
  verify(evidence, progress, { 'ingen mottagen insats ligger utanför programtiden': nothingOutsideTheWindow });
