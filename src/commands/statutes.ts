/** The statutes, and the provisions of one. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Statute } from '../engine/law/law-data.js';
import type { LawUse } from '../engine/law-use/law-use.js';
import { type Exit, exit } from './exit.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';

/** Every statute that Etapp goes by. */
export function statuteList(statutes: readonly Statute[], asOf: PlainDate, terminal: Terminal): Exit {
  const { say, paint } = terminal;
  if (terminal.json) terminal.document({ asOf, statutes: statutes.map(summary) });
  else {
    const columns = [
      { title: 'SFS' },
      { title: say('Kallas', 'Called'), least: 20 },
      { title: say('Gäller från', 'In force from') },
      { title: say('Läst', 'Read'), least: 20 },
    ];
    const rows = statutes.map(({ sfs, short, in_force, repealed, source }) => [
      sfs,
      short,
      [
        in_force === 'unknown' ? say('okänt', 'unknown') : in_force,
        repealed && say(`upphävd ${repealed}`, `repealed ${repealed}`),
      ]
        .filter(Boolean)
        .join('\n'),
      source.state,
    ]);
    terminal.line(table(columns, rows, paint.bold));
  }
  return exit.done;
}

const summary = ({ sfs, title, short, in_force, repealed, source, provisions }: Statute) => ({
  sfs,
  title,
  short,
  inForce: in_force,
  repealed: repealed ?? null,
  source,
  provisions: Object.keys(provisions).length,
});

/** One statute with its provisions and how many use each. */
export function statuteView(
  statute: Statute,
  asOf: PlainDate,
  uses: ReadonlyMap<string, readonly LawUse[]>,
  terminal: Terminal,
): Exit {
  const { say, paint } = terminal;
  const provisions = Object.entries(statute.provisions).map(([key, { says }]) => ({
    citation: `${statute.sfs} ${key}`,
    says,
    uses: uses.get(`${statute.sfs} ${key}`)?.length ?? 0,
  }));
  if (terminal.json) terminal.document({ ...summary(statute), asOf, provisions });
  else {
    terminal.text(`${paint.bold(statute.sfs)}  ${statute.title}`);
    terminal.text(paint.dim(statute.source.state));
    terminal.line();
    terminal.line(
      table(
        [
          { title: say('Bestämmelse', 'Provision') },
          { title: say('Säger', 'Says'), least: 40 },
          { title: say('Används', 'Uses') },
        ],
        provisions.map(({ citation, says, uses }) => [citation, says, String(uses)]),
        paint.bold,
      ),
    );
  }
  return exit.done;
}
