import type { Recording } from './recording.js';

/** A refusal on its way out over HTTP. Nothing has been written. */
export class RefusedRecording extends Error {
  /** `index`: which of several facts it was, from 0. */
  constructor(
    readonly refused: Extract<Recording, { accepted: false }>,
    readonly index?: number,
  ) {
    super(refused.refusal.slug);
    this.name = 'RefusedRecording';
  }
}
