import type { Said } from '../http/problems.js';

/** A verb that will not do what was asked, for a reason of its own. */
export class Refused extends Error {
  constructor(
    readonly slug: string,
    readonly says: { title: Said; detail: Said },
  ) {
    super(says.detail.en);
    this.name = 'Refused';
  }
}
