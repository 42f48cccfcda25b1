// `npm run verify`: every proof over the sources as they stand, built first when they have changed.
import { etapp } from './built.mjs';

etapp('verify', ...process.argv.slice(2));
