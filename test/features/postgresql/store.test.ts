/** What is promised about writing holds on PostgreSQL too: the same suites, on the other database. */
import { chooseDatabase } from '../../support/databases.js';

chooseDatabase('PostgreSQL');
await import('../database/write-path.test.js');
await import('../database/owed-steps.test.js');
await import('../database/chain.test.js');
await import('../database/migrations.test.js');
