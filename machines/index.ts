/** The registry: one line per process, in the order in which a newcomer meets them. Facts of one day are folded in this order. */
import type { Process } from './grammar/index.js';
import { andringsanmalan } from './processes/andringsanmalan/process.js';
import { bosattning } from './processes/bosattning/process.js';
import { etableringsersattning } from './processes/etableringsersattning/process.js';
import { etableringsprogrammet } from './processes/etableringsprogrammet/process.js';
import { folkbokforing } from './processes/folkbokforing/process.js';
import { intensivar } from './processes/intensivar/process.js';
import { omprovning } from './processes/omprovning/process.js';
import { samhallsorientering } from './processes/samhallsorientering/process.js';
import { sfi } from './processes/sfi/process.js';
import { uppehallstillstand } from './processes/uppehallstillstand/process.js';
import { utbildningsplikt } from './processes/utbildningsplikt/process.js';

export const processes: readonly Process[] = [
  uppehallstillstand,
  bosattning,
  folkbokforing,
  etableringsprogrammet,
  andringsanmalan,
  etableringsersattning,
  sfi,
  samhallsorientering,
  utbildningsplikt,
  intensivar,
  omprovning,
];
