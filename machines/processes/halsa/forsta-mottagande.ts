/** First reception in a municipality (2010:1122 6 §), and the time for which the State pays for an examination (34 §). */
import type { Dates, PlainDate } from '../../grammar/index.js';

export interface Mottagande {
  route: string | null;
  tillfalligtSkydd: boolean;
  mottagen: PlainDate | null;
  folkbokford: PlainDate | null;
}

export const inteMottagen: Mottagande = { route: null, tillfalligtSkydd: false, mottagen: null, folkbokford: null };

const enligtAnvisning = (route: string | null): boolean => route === 'anvisad' || route === 'kvot';

// 2010:1122 6 §: the day of actual reception for those who were registered in Migrationsverket's reception or taken out
// on the quota, otherwise the day of folkbokföring. Etapp does not know that register: whoever was assigned is taken to
// have been in it, kin not, and for own housing the earlier of the two days. Migrationsverket decides in the case.
function forstaMottagande({ route, tillfalligtSkydd, mottagen, folkbokford }: Mottagande) {
  // Until folkbokföring the act (2008:344) still covers temporary protection, and this time limit says nothing of it.
  if (tillfalligtSkydd && !folkbokford) return undefined;
  const faktiskt = mottagen && route !== 'anknytning' ? { on: mottagen, fact: 'bosattning.mottagen' } : undefined;
  const folkbokforing = folkbokford ? { on: folkbokford, fact: 'folkbokforing.registrerad' } : undefined;
  if (!faktiskt || !folkbokforing || enligtAnvisning(route)) return faktiskt ?? folkbokforing;
  return faktiskt.on < folkbokforing.on ? faktiskt : folkbokforing;
}

export const dates: Dates<Mottagande> = {
  // 2010:1122 34 §: how far the State pays. It ends, it is not an act that somebody must do, so no rest day moves it.
  ersattningsslut(c, law) {
    const first = forstaMottagande(c);
    return (
      first &&
      law.through(first.on, '2010:1122 34 §', 'examMonths', {
        kind: 'entitlement',
        input: first.fact,
        atBest: 'authority-decides',
      })
    );
  },
};
