/** What the machine of etableringsprogrammet may test, over its context, the fact and the law of the day. */
import { limit, type Law, type PlainDate, refusing } from '../../grammar/index.js';
import { baraAsylboende, blirLedig, blirUpptagen, kant, sista } from './hinder.js';
import { dates, type Programtid } from './programtid.js';

interface Args {
  context: Programtid;
  event: { on: PlainDate; data: object; law: Law };
}

const FULL_TIME = 100;
const field = (data: object, name: string): unknown => (data as Record<string, unknown>)[name];

const helt = (data: object): boolean =>
  [undefined, FULL_TIME].includes(field(data, 'omfattning') as number | undefined);

// 2017:820 9 §: illness or disability does not lower the extent of somebody who cannot get sjukpenning for it. With other
// grounds beside it those alone lower the extent, and are the ground to state.
const gerHeltid = (data: object): boolean =>
  field(data, 'sjukpenning') === false && ['sjuk', 'nedsatt-formaga'].includes(String(field(data, 'skal')));
// What `limit` hands on of a fact is its day and law; its data follow along all the same.
const dataOf = (event: object): object => ('data' in event ? (event.data as object) : {});
const godtagbarOmfattning = (event: object): boolean => helt(dataOf(event)) || !gerHeltid(dataOf(event));

const grund = ({ event }: Args): unknown => field(event.data, 'grund');
const omfattas = ({ event }: Args): boolean => field(event.data, 'omfattas') === true;
const racker = ({ event }: Args): unknown => field(event.data, 'racker');
const kortvarig = ({ event }: Args): unknown => field(event.data, 'kortvarig');
const tidigareBeaktas = ({ event }: Args): boolean => event.law.is('2017:820 11 §', 'mappingReuse');

export const guards = {
  // 2017:820 15 §: 24 months of activities within 36 months. It stands on every fact that places a person in the
  // programme, returns them to it, changes the extent or starts a programme activity.
  inomProgramtiden: limit(dates, { through: ['fonsterslut', 'programtidsslut'] }),
  farAndraOmfattning: limit(dates, { through: ['fonsterslut', 'programtidsslut'] }, ({ event }) =>
    godtagbarOmfattning(event),
  ),
  // 2017:584 1 §: has turned 20 and not reached the upper age. The window is a condition for being placed at all.
  farAnvisas: limit(dates, { through: ['fonsterslut', 'aldersgrans'], after: ['underNedreAldersgrans'] }, ({ event }) =>
    godtagbarOmfattning(event),
  ),
  inomAterkomstfristen: limit(dates, { through: ['aterkomstfrist'] }),
  // After a way back the ledger and the plan continue (20 and 22 §§); without a plan the mapping comes first.
  inomProgramtidenMedPlan: limit(
    dates,
    { through: ['fonsterslut'] },
    ({ context, event }) => context.plan !== null && godtagbarOmfattning(event),
  ),
  inomProgramtidenUtanPlan: limit(
    dates,
    { through: ['fonsterslut'] },
    ({ context, event }) => context.plan === null && godtagbarOmfattning(event),
  ),

  omfattas,
  omfattasInte: (args: Args) => !omfattas(args),
  omfattasMedHinder: (args: Args) => omfattas(args) && args.context.hinder !== null,

  // 2017:820 5 §: several blocks may stand at once, and the last to end opens for the assignment.
  hinderFinns: ({ context }: Args) => context.hinder !== null,
  nyttHinder: ({ context, event }: Args) => !kant(context.hinder, event.data),
  kantHinder: ({ context, event }: Args) => kant(context.hinder, event.data),
  blirUpptagen: ({ context, event }: Args) => blirUpptagen(context.hinder, event.data),
  blirLedig: ({ context, event }: Args) => blirLedig(context.hinder, event.data),
  sistaHindret: ({ context, event }: Args) => sista(context.hinder, event.data),
  sistaHindretForProvad: ({ context, event }: Args) => sista(context.hinder, event.data) && context.malgruppProvad,
  boendetVarSistaHindret: ({ context }: Args) => baraAsylboende(context.hinder),
  boendetVarSistaHindretForProvad: ({ context }: Args) => baraAsylboende(context.hinder) && context.malgruppProvad,

  // 2017:820 11 §: only from the day on which an earlier mapping is to be considered.
  tidigareRacker: refusing((args: Args) => tidigareBeaktas(args) && racker(args) === true),
  tidigareRackerInte: refusing((args: Args) => tidigareBeaktas(args) && racker(args) === false),

  sjukPaHeltid: ({ event }: Args) => helt(event.data) && field(event.data, 'skal') === 'sjuk',
  annanFranvaroPaHeltid: ({ event }: Args) => helt(event.data) && field(event.data, 'skal') !== 'sjuk',
  delvisFranvaro: ({ event }: Args) => !helt(event.data),
  delvisFranvarande: ({ context }: Args) => context.delvisFranvarande,
  kortvarig: (args: Args) => kortvarig(args) === true,
  langvarig: (args: Args) => kortvarig(args) === false,
  inomFamiljedagarna: ({ context, event }: Args) =>
    context.familjedagar + Number(field(event.data, 'dagar')) <=
    event.law.number('2017:820 16 §', 'familyLeave').amount,

  // 2017:820 18 §: for illness only when the absence has lasted longer than the limit; for the other grounds at once.
  sjukLangreAnGransen: Object.assign(
    limit(
      dates,
      { after: ['franvarograns'] },
      ({ context, event }) => context.sjuk && field(dataOf(event), 'grund') === '17 § 4',
    ),
    { refuses: true as const },
  ),
  annanGrundAnSjukdom: (args: Args) => grund(args) !== '17 § 4',
  // 22 §: a way back exists after recall on grounds 1 and 3, not on ground 2.
  utanVagTillbaka: (args: Args) => grund(args) === '21 § 2',
  medVagTillbaka: (args: Args) => grund(args) !== '21 § 2',
};
