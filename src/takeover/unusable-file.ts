import type { Said } from '../http/problems.js';

/** A file that cannot be used at all; nothing of it was taken over. `says` tells why, and what to do. */
export class UnusableFile extends Error {
  constructor(readonly says: Said) {
    super(says.en);
    this.name = 'UnusableFile';
  }
}
