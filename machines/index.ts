/** The registry: one line per process, in the order in which a newcomer meets them. Facts of one day are folded in this order. */
import type { Process } from './grammar/index.js';
import { aktivitetsrapport } from './processes/aktivitetsrapport/process.js';
import { andradeForhallanden } from './processes/andrade-forhallanden/process.js';
import { andringsanmalan } from './processes/andringsanmalan/process.js';
import { anpassning } from './processes/anpassning/process.js';
import { bosattning } from './processes/bosattning/process.js';
import { bostadsersattning } from './processes/bostadsersattning/process.js';
import { ekonomisktBistand } from './processes/ekonomiskt-bistand/process.js';
import { etableringsersattning } from './processes/etableringsersattning/process.js';
import { etableringsprogrammet } from './processes/etableringsprogrammet/process.js';
import { etableringstillagg } from './processes/etableringstillagg/process.js';
import { folkbokforing } from './processes/folkbokforing/process.js';
import { halsa } from './processes/halsa/process.js';
import { insats } from './processes/insats/process.js';
import { intensivar } from './processes/intensivar/process.js';
import { omprovning } from './processes/omprovning/process.js';
import { overenskommelse } from './processes/overenskommelse/process.js';
import { samhallsorientering } from './processes/samhallsorientering/process.js';
import { sammanhallenUtbildningsplan } from './processes/sammanhallen-utbildningsplan/process.js';
import { samordning } from './processes/samordning/process.js';
import { sfi } from './processes/sfi/process.js';
import { uppehallstillstand } from './processes/uppehallstillstand/process.js';
import { utbildningsplikt } from './processes/utbildningsplikt/process.js';
import { utvecklingsomrade } from './processes/utvecklingsomrade/process.js';

export const processes: readonly Process[] = [
  uppehallstillstand,
  bosattning,
  folkbokforing,
  ekonomisktBistand,
  etableringsprogrammet,
  andringsanmalan,
  etableringsersattning,
  etableringstillagg,
  bostadsersattning,
  andradeForhallanden,
  aktivitetsrapport,
  sfi,
  samhallsorientering,
  utbildningsplikt,
  intensivar,
  insats,
  halsa,
  anpassning,
  samordning,
  omprovning,
  sammanhallenUtbildningsplan,
  overenskommelse,
  utvecklingsomrade,
];
