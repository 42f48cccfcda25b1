import type { Viewer } from '../auth/viewer.js';
import { type Basis, granskning, isStep, type PlainDate } from '../../machines/grammar/index.js';
import type { Library } from '../library/library.js';
import { type AddressBook, addressOf, undeliverable } from './address-book.js';
import { MOST_ATTEMPTS } from './back-off.js';
import type { Claimed, Dropped, OutboxLedger } from './outbox-ledger.js';
import { isUnreachable, type Letter, type Post, whyNot } from './post.js';
import { numbered } from '../presentation/numbered.js';
import { correctionMessage } from './correction-message.js';
import { isCorrectionLevel } from './correction-level.js';
import { type ReminderMessage, reminderMessage } from './reminder-message.js';
import type { SweptReminder } from './sweep.js';

/** After so many messages in a row that never reached the mail server, the rest wait for the next sweep. */
const MOST_UNREACHED = 3;

export interface SenderSettings {
  readonly mailFrom: string;
  readonly baseUrl: string;
}

interface Round {
  readonly municipalities: Viewer['municipalities'];
  readonly asOf: PlainDate;
  readonly at: number;
  readonly signal: AbortSignal | undefined;
}

/** There is nowhere to send to. */
class NoAddress extends Error {
  constructor({ kommun, recipient, party }: Claimed) {
    super(
      `Adress saknas för ${recipient}${recipient === party ? '' : ` och ${party}`} (kommun ${kommun}) i ETAPP_ADDRESSES.`,
    );
    this.name = 'NoAddress';
  }
}

/**
 * Empties the outbox. A message is claimed, handed over and then marked as sent. Between the last two there is a gap that
 * no mail system closes: when the process dies just there the message is sent once more at its next attempt, with the
 * same Message-ID. It is never lost, and a folder never has it twice.
 */
export class Sender {
  constructor(
    private readonly ledger: OutboxLedger,
    private readonly post: Post,
    private readonly addresses: AddressBook,
    private readonly library: Library,
    private readonly settings: SenderSettings,
  ) {}

  /** Sends what is due; tells what became of each message, also of those that are no longer needed. */
  async empty(round: Round): Promise<SweptReminder[]> {
    const told = (await this.ledger.drop(round)).map(dropped);
    let unreached = 0;
    while (unreached < MOST_UNREACHED && !round.signal?.aborted) {
      const claimed = await this.ledger.claim(round);
      if (!claimed) break;
      const { reminder, reached } = await this.deliver(claimed, round);
      told.push(reminder);
      unreached = reached ? 0 : unreached + 1;
    }
    return told;
  }

  private async deliver(claimed: Claimed, round: Round): Promise<{ reminder: SweptReminder; reached: boolean }> {
    const outcome = await this.handOver(claimed, round);
    if ('error' in outcome) {
      const reason = whyNot(outcome.error);
      await this.ledger.failed(claimed, reason, claimed.attempts >= MOST_ATTEMPTS);
      return {
        reminder: { ...shown(claimed), status: 'failed', error: reason },
        reached: !isUnreachable(outcome.error),
      };
    }
    await this.ledger.sent(claimed, round.at);
    return { reminder: { ...shown(claimed), status: 'sent', ...outcome }, reached: true };
  }

  /** Kept apart from noting the outcome: a message that was taken over has not failed because noting it did. */
  private async handOver(claimed: Claimed, round: Round): Promise<{ file?: string } | { error: unknown }> {
    try {
      const file = await this.post.send(this.letterOf(claimed, round));
      return file === undefined ? {} : { file };
    } catch (error) {
      return { error };
    }
  }

  private letterOf(claimed: Claimed, { asOf, at }: Round): Letter {
    const { case: caseId, level, id, on } = claimed;
    const { subject, text } = this.messageOf(claimed, asOf);
    const fileName = `${on}-${caseId}-${level}-${id.slice(0, 8)}`;
    return { id, from: this.settings.mailFrom, to: this.addressFor(claimed), subject, text, at, fileName };
  }

  private messageOf(claimed: Claimed, asOf: PlainDate): ReminderMessage {
    const step = {
      ...claimed,
      gap: claimed.gap === 1,
      basis: claimed.basis ?? this.basisOf(claimed),
      action: this.actionOf(claimed),
      unit: this.unitName(claimed),
      asOf,
      baseUrl: this.settings.baseUrl,
    };
    return isCorrectionLevel(claimed.level) ? correctionMessage(step) : reminderMessage(step);
  }

  /** The ground of a step that nobody owes just now. */
  private basisOf({ process, state }: Claimed): Basis {
    const meta = this.library.registry.states.get(`${process}/${state}`)?.meta;
    return isStep(meta) ? meta.basis : granskning.basis;
  }

  private addressFor(claimed: Claimed): string {
    const address = addressOf(this.addresses, claimed);
    if (address !== undefined) return address;
    if (this.post.leaves) throw new NoAddress(claimed);
    return undeliverable(claimed);
  }

  private actionOf({ process, instance, state }: Claimed): string {
    const words = this.library.texts.sv[process]?.states[state];
    return numbered(words?.action ?? words?.title ?? state, instance || null);
  }

  private unitName({ kommun, unit }: Claimed): string | null {
    const units = this.library.agreements
      .filter((agreement) => agreement.kommun.code === kommun)
      .flatMap((a) => a.units);
    return units.find(({ id }) => id === unit)?.name ?? unit;
  }
}

const shown = ({ case: caseId, process, instance, state, due, level, recipient }: Claimed | Dropped) => ({
  case: caseId,
  process,
  instance,
  state,
  due,
  level,
  recipient,
});

const dropped = (of: Dropped): SweptReminder => ({ ...shown(of), status: of.status });
