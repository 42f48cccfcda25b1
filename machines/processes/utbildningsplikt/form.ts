/** What the machine of utbildningsplikt may test and note: its facts, guards and actions. */
import { assign, setup } from 'xstate';
import { type FactEvent, type Law, type Meta, type TimeFactEvent, refusing } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts as sfiFacts } from '../sfi/facts.js';
import type { facts } from './facts.js';

type Facts = typeof facts &
  Pick<typeof sfiFacts, 'sfi.paborjad' | 'sfi.avslutad'> &
  Pick<
    typeof programmeFacts,
    | 'programanvisning.beslutad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'program.avslutat'
  >;

interface Context {
  /** Whoever reads sfi is not without something to do while waiting for a place. */
  laserSfi: boolean;
}

interface Args {
  event: { data: object; law: Law };
}

const folkhogskola = ({ event }: Args): boolean => 'hos' in event.data && event.data.hos === 'folkhogskola';

// 2010:800 20 kap. 33 c § (33 a § until 2025-12-31): at least 23 hours a week on average over four weeks.
const fullOmfattning = ({ event }: Args): boolean =>
  'timmar' in event.data &&
  Number(event.data.timmar) >= event.law.number('2010:800 20 kap. 33 c §', 'coherentHours').amount;

const sammanhallen = ({ event }: Args): boolean => event.law.inForce('2010:800 20 kap. 3 a §');

export const form = setup({
  types: {
    context: {} as Context,
    events: {} as FactEvent<Facts> | TimeFactEvent<'fonstret.stangt' | 'programtiden.forbrukad'>,
    meta: {} as Meta,
  },
  guards: {
    omfattas: ({ event }) => 'omfattas' in event.data && event.data.omfattas,
    omfattasInte: ({ event }) => 'omfattas' in event.data && !event.data.omfattas,
    folkhogskola,
    folkhogskolaUnderSfi: (args) => folkhogskola(args) && args.context.laserSfi,
    kommun: (args) => !folkhogskola(args),
    kommunUnderSfi: (args) => !folkhogskola(args) && args.context.laserSfi,
    laserSfi: ({ context }) => context.laserSfi,
    laserInteSfi: ({ context }) => !context.laserSfi,
    sammanhallen,
    foreSammanhallen: (args) => !sammanhallen(args),
    fullOmfattning: refusing(fullOmfattning),
    forLitenOmfattning: (args) => !fullOmfattning(args),
  },
  actions: {
    noteraSfi: assign({ laserSfi: true }),
    glomSfi: assign({ laserSfi: false }),
  },
});
