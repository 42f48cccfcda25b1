/** The API answers alike on PostgreSQL: the same suites, on the other database. */
import { chooseDatabase } from '../../support/databases.js';

chooseDatabase('PostgreSQL');
await import('../http/cases.test.js');
await import('../http/next-actions.test.js');
await import('../http/server.test.js');
