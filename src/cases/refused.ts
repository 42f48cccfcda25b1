import type { Recording } from './recording.js';

/** A refusal on its way out over HTTP. Nothing has been written. */
export class RefusedRecording extends Error {
  constructor(readonly refused: Extract<Recording, { accepted: false }>) {
    super(refused.refusal.slug);
    this.name = 'RefusedRecording';
  }
}
