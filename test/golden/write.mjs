// Writes the golden case logs of a version: `node test/golden/write.mjs VERSION --reason WHY`, after `npm run build`.
// Cases that are there keep their facts for ever; only what is expected of them is reckoned anew, and the reason is kept
// in about.json. `--draw` invents the cases of a version that has none (or of `next`, which nobody has yet relied on).
// `--build FOLDER` takes the engine and machines of another checkout: so a released version tells what it said itself.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reason: { type: 'string' },
    draw: { type: 'boolean', default: false },
    build: { type: 'string', default: join(here, '../..') },
  },
});
const [version] = positionals;
if (!version || !values.reason) {
  console.error('node test/golden/write.mjs VERSION --reason WHY [--draw] [--build FOLDER]');
  process.exit(2);
}

const from = (path) => import(pathToFileURL(resolve(values.build, 'dist', path)).href);
const { advance, fold, journey, nextActions } = await from('src/engine/index.js');
const { loadLibrary } = await from('src/library/library.js');
const { calendar } = await from('src/engine/calendar/calendar.js');
const library = loadLibrary();
const { registry, book } = library;

const folder = join(here, version);
const KOMMUN = '0763';
const CASES = 40;
const LAST = '2026-11-01';
const agreements = library.agreements.filter(({ kommun }) => kommun.code === KOMMUN);

/** Where a case stands on a day, and who owes what. The test reckons the same in `golden.ts`. */
function stands(subject, facts, asOf) {
  const position = fold(subject, facts, { asOf, registry, book });
  const key = ({ process, instance }) => (instance ? `${process.id}/${instance}` : process.id);
  const owed = nextActions(position, { book, agreements }).map(
    ({ process, instance, state, party, unit, due }) =>
      `${[process, instance, state].filter(Boolean).join('/')} ${unit ?? party} ${due.date ?? '-'} ${due.kind} ${due.certainty}`,
  );
  return {
    asOf,
    positions: Object.fromEntries(position.positions.map((p) => [key(p), p.leaves.map((l) => l.state).join(' + ')])),
    owed: owed.sort(),
    unfit: position.misfits.map(({ fact }) => fact.id),
  };
}

/** On the day of the fact in the middle, of the last one, and half a year later if nothing happens. */
function days(facts) {
  const on = facts.map((fact) => fact.on).sort();
  return [on[Math.floor(on.length / 2)], on.at(-1), calendar.addDays(on.at(-1), 180)];
}

/** The last fact that can be corrected, or withdrawn, and still be accepted; nothing when none can. */
function corrected(subject, facts, change, id) {
  for (const old of [...facts].reverse()) {
    const fact = { ...old, ...change(old), id, seq: facts.length + 1, corrects: old.id };
    if (advance({ subject, facts }, fact, { asOf: calendar.addDays(fact.on, 1), registry, book }).accepted)
      return [...facts, fact];
  }
  return facts;
}

function invented(number) {
  const groups = registry.of('utbildningsplan').length > 0 && number % 8 === 7;
  const subject = groups ? 'utbildningsplan' : 'deltagare';
  const first = calendar.addDays('2018-02-01', (number * 71) % 2700);
  const until = [calendar.addDays(first, 300 + ((number * 37) % 600)), LAST].sort()[0];
  const drawn = journey({ registry, book, subject, seed: 7000 + number, from: first, until });
  const facts = drawn.facts.map((fact) => ({
    ...fact,
    id: `g${number}-${fact.seq}`,
    case: `g${number}`,
    recordedBy: 'golden',
  }));
  if (number % 4 === 1)
    return { subject, facts: corrected(subject, facts, ({ on }) => ({ on: calendar.addDays(on, 1) }), `g${number}-r`) };
  if (number % 4 === 3)
    return {
      subject,
      facts: corrected(subject, facts, () => ({ type: 'fakta.aterkallat', data: {} }), `g${number}-a`),
    };
  return { subject, facts };
}

/** A fact a line, a day a line: a change is read in a diff. */
const lines = (list) => (list ? `[\n${list.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]` : undefined);
const write = (file, { subject, facts, told, expected }) => {
  const parts = {
    format: '1',
    subject: JSON.stringify(subject),
    facts: lines(facts),
    told: lines(told),
    expected: lines(expected),
  };
  const text = Object.entries(parts).flatMap(([name, part]) => (part ? [`  "${name}": ${part}`] : []));
  writeFileSync(join(folder, file), `{\n${text.join(',\n')}\n}\n`);
};

const nameOf = (number) => `case-${String(number + 1).padStart(2, '0')}.json`;
const there = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('case-')) : [];
if (values.draw && there.length > 0 && version !== 'next') {
  console.error(`The facts of ${version} are kept as they are: somebody's cases look like that.`);
  process.exit(2);
}
if (values.draw) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let number = 0, drawn = 0; drawn < CASES; number += 1) {
    const { subject, facts } = invented(number);
    if (facts.length < 3) continue;
    const said = days(facts).map((day) => stands(subject, facts, day));
    write(nameOf(drawn), { subject, facts, ...(version !== 'next' && { told: said }), expected: said });
    drawn += 1;
  }
} else
  for (const file of there) {
    const { subject, facts, told } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    write(file, { subject, facts, told, expected: days(facts).map((day) => stands(subject, facts, day)) });
  }

const about = join(folder, 'about.json');
const reasons = !values.draw && existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')).reasons : [];
const written = readdirSync(folder)
  .filter((name) => name.startsWith('case-'))
  .sort();
const facts = written.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).facts);
const factsHash = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
writeFileSync(about, `${JSON.stringify({ version, factsHash, reasons: [...reasons, values.reason] }, null, 2)}\n`);
console.log(`${version}: ${written.length} cases`);
