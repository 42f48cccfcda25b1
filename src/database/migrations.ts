import { FirstTables1795219200000 } from './migrations/1795219200000-first-tables.js';
import { FactsStatedAfterwards1795305600000 } from './migrations/1795305600000-facts-stated-afterwards.js';
import { RegistryChanges1795651200000 } from './migrations/1795651200000-registry-changes.js';
import { OutboxInOrder1795996800000 } from './migrations/1795996800000-outbox-in-order.js';

/** Every change of the schema, the oldest first. The same ones on every database. */
export const migrations = [
  FirstTables1795219200000,
  FactsStatedAfterwards1795305600000,
  RegistryChanges1795651200000,
  OutboxInOrder1795996800000,
];
