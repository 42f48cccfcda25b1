import { type Address, addressOf } from '../database/address.js';
import { UsageError } from './usage-error.js';

/** The address of a database as it was written. Throws `UsageError` when it is none. */
export function checkedAddress(url: string): Address {
  try {
    return addressOf(url);
  } catch (error) {
    const [sv = '', en = sv] = error instanceof Error ? error.message.split(' / ') : [];
    throw new UsageError({ sv, en });
  }
}
