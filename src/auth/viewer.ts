import type { Party } from '../../machines/parties.js';

/**
 * Who asks, and why. Every service method that reads or writes about cases takes one first, so that a question without
 * anyone asking does not compile.
 */
export interface Viewer {
  readonly party: Party | null;
  readonly units: readonly string[];
  /** Municipality codes. */
  readonly municipalities: readonly string[] | 'all';
  /** What the answer is for: a code, as it is to stand in a log. */
  readonly purpose: string;
}

/** The only viewer while there is no login: may see everything, and can only be reached from the machine itself. */
export const demonstrationViewer: Viewer = { party: null, units: [], municipalities: 'all', purpose: 'demonstration' };

/** The viewer may not see what was asked for. */
export class NotAllowed extends Error {
  readonly slug = 'not-allowed';

  constructor(message: string) {
    super(message);
    this.name = 'NotAllowed';
  }
}

/** Whether the viewer may see cases of the municipality. */
export const maySee = ({ municipalities }: Viewer, kommun: string): boolean =>
  municipalities === 'all' || municipalities.includes(kommun);

/** The municipalities that a question concerns: the one asked for, else all that the viewer has. Throws `NotAllowed`. */
export function municipalitiesFor(viewer: Viewer, kommun: string | undefined): readonly string[] | 'all' {
  if (kommun === undefined) return viewer.municipalities;
  if (!maySee(viewer, kommun)) throw new NotAllowed(`The viewer has no access to municipality ${kommun}.`);
  return [kommun];
}

/** Who is noted as having recorded something: a role, never a person. */
export const recorderOf = ({ party, purpose }: Viewer): string => party ?? purpose;
