// `npm start` on a fresh clone: installs if needed, builds if needed, fills a demonstration caseload the first time, and serves.
import { etapp } from './built.mjs';

etapp('serve', '--demo', ...process.argv.slice(2));
