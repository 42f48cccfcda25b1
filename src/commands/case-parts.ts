/** Parts of a case that are asked for by themselves: what is ahead, and the ledger of its time. */
import type { CaseView } from '../cases/case-view.js';
import type { ForecastView } from '../cases/forecast-view.js';
import { forecastTable, limitTable } from './forecast-lines.js';
import { ledgerHeading, ledgerTable, readingLines } from './ledger-lines.js';
import type { Session } from './session.js';

/** What falls due when if nothing more happens. */
export function showForecast(session: Session, forecast: ForecastView): void {
  const { terminal } = session;
  const { say, paint } = terminal;
  const library = session.library();
  const { case: id, asOf, until, limits, days, complete } = forecast;
  terminal.text(
    say(
      `${paint.bold(id)}: om inget mer händer, från ${asOf} till och med ${until}.`,
      `${paint.bold(id)}: if nothing more happens, from ${asOf} to ${until}.`,
    ),
  );
  terminal.heading(say('När rätter och skyldigheter tar slut', 'When rights and duties end'));
  if (limits.length === 0)
    terminal.line(say('Ingen sådan dag går att räkna ut ännu.', 'No such day can be reckoned yet.'));
  else terminal.line(limitTable(limits, library, terminal));
  terminal.heading(say('Dag för dag', 'Day by day'));
  if (days.length === 0) terminal.line(say('Inget händer av sig självt.', 'Nothing happens by time alone.'));
  else terminal.line(forecastTable(forecast, library, terminal));
  terminal.line();
  terminal.text(
    paint.dim(
      complete
        ? say('Därefter händer inget av sig självt.', 'After that nothing happens by time alone.')
        : say('Mer händer senare; se längre fram med --until.', 'More happens later; look further with --until.'),
    ),
  );
  terminal.text(
    paint.dim(
      say(
        'Beräknat av Etapp; den ansvariga myndigheten avgör.',
        'Computed by Etapp; the authority responsible decides.',
      ),
    ),
  );
}

/** The ledgers of a case as tables. */
export function showLedgers(session: Session, { ledgers, id, asOf }: CaseView): void {
  const { terminal } = session;
  const { say, paint } = terminal;
  const library = session.library();
  if (ledgers.length === 0) {
    terminal.text(
      say(
        `${id}: ingen tid att redovisa den ${asOf}. Räkningen börjar med den första handlingsplanen.`,
        `${id}: no time to account for on ${asOf}. The count begins with the first action plan.`,
      ),
    );
    return;
  }
  for (const ledger of ledgers) {
    terminal.text(paint.bold(ledgerHeading(ledger, library, terminal)));
    terminal.line();
    terminal.line(ledgerTable(ledger, library, terminal));
    if (ledger.readings.length > 0)
      terminal.heading(
        say('Där lagens ord kan läsas på flera sätt', 'Where the words of the law can be read in several ways'),
      );
    for (const { text, indent } of readingLines(ledger, library, terminal)) terminal.text(text, indent);
  }
}
