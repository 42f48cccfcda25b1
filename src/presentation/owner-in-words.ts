import type { Step } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';

/** Who acts, as the law has it. */
export const ownerInWords = ({ owner, otherwise }: Step): string =>
  owner === 'enligtOverenskommelse'
    ? `den som överenskommelsen nämner (annars ${partyName(otherwise ?? 'kommun')}, med lucka)`
    : partyName(owner);
