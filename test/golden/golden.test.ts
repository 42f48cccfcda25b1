/**
 * Cases as every released version left them, folded by the machines and the law of today. Facts are for ever: if this
 * broke unseen, somebody's case would stand elsewhere after an upgrade, and nobody would have decided that.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { WITHDRAWN } from '../../src/engine/fact-log.js';
import { fold } from '../../src/engine/fold.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { positionKey } from '../../src/engine/position.js';
import type { Fact } from '../../src/engine/types.js';
import { agreements, book, registry } from '../support/law.js';

/** Where a case stands on a day. An owed step is `process/state unit due kind certainty`. */
interface Standing {
  asOf: PlainDate;
  positions: Record<string, string>;
  owed: string[];
  /** Facts that count for nothing, by id. */
  unfit: string[];
}

interface GoldenCase {
  format: number;
  subject: Subject;
  facts: Fact[];
  /** What the version itself said. */
  told?: Standing[];
  expected: Standing[];
}

const folder = 'test/golden';
const versions = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const casesOf = (version: string) =>
  readdirSync(join(folder, version))
    .filter((name) => name.startsWith('case-'))
    .sort();
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;

const KOMMUN = '0763';
const ofKommun = agreements.filter(({ kommun }) => kommun.code === KOMMUN);

function standing({ subject, facts }: GoldenCase, asOf: PlainDate): Standing {
  const position = fold(subject, facts, { asOf, registry, book });
  const owed = nextActions(position, { book, agreements: ofKommun }).map(
    ({ process, instance, state, party, unit, due }) =>
      `${[process, instance, state].filter(Boolean).join('/')} ${unit ?? party} ${due.date ?? '-'} ${due.kind} ${due.certainty}`,
  );
  return {
    asOf,
    positions: Object.fromEntries(
      position.positions.map((p) => [positionKey(p), p.leaves.map(({ state }) => state).join(' + ')]),
    ),
    owed: owed.sort(),
    unfit: position.misfits.map(({ fact }) => fact.id),
  };
}

const WHAT_TO_DO = (version: string) => `
A case of ${version} stands elsewhere than before. Was that meant?
  No:  undo what moved it; the difference below says where to look.
  Yes: say so in CHANGELOG.md (kind, periods affected to the day, processes, what a caseworker notices), then
       npm run build && node test/golden/write.mjs ${version} --reason '…the same in one sentence'
       and read the difference in test/golden/${version} before you commit it.
The facts themselves never change. A process that is new also shows here: it stands where it begins.`;

test('every released version has its cases, and so has what comes next', () => {
  const released = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\d+\.\d+\.\d+) /gm)].map(
    ([, version]) => version,
  );
  expect(versions.sort()).toEqual([...released, 'next'].sort());
  for (const version of versions) expect(casesOf(version).length).toBeGreaterThanOrEqual(40);
});

describe.each(versions)('the cases of %s', (version) => {
  test.each(casesOf(version))('%s: positions, owed steps and dates are the ones expected', (name) => {
    const golden = read<GoldenCase>(version, name);
    const stands = golden.expected.map(({ asOf }) => standing(golden, asOf));
    try {
      expect(stands).toEqual(golden.expected);
    } catch (error) {
      throw new Error(`${WHAT_TO_DO(version)}\n\n${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });

  test('every fact is of a type that the registry still knows, so that none is forgotten', () => {
    const types = casesOf(version).flatMap((name) => read<GoldenCase>(version, name).facts.map(({ type }) => type));
    expect(types.length).toBeGreaterThan(200);
    expect(types.filter((type) => type !== WITHDRAWN && !registry.facts.has(type))).toEqual([]);
  });

  test('the facts are the ones that were written then', () => {
    const facts = casesOf(version).map((name) => read<GoldenCase>(version, name).facts);
    const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
    expect(read<{ factsHash: string }>(version, 'about.json').factsHash).toBe(hash);
  });

  test('some of the cases hold corrected and withdrawn facts', () => {
    const facts = casesOf(version).flatMap((name) => read<GoldenCase>(version, name).facts);
    const correcting = facts.filter(({ corrects }) => corrects !== undefined);
    expect(correcting.some(({ type }) => type === WITHDRAWN)).toBe(true);
    expect(correcting.some(({ type }) => type !== WITHDRAWN)).toBe(true);
  });

  test('about.json gives a reason for what is expected now', () => {
    const { reasons } = read<{ reasons: string[] }>(version, 'about.json');
    expect(reasons.every((reason) => reason.length > 20)).toBe(true);
    // What the version itself said is kept beside it; where that differs somebody has said why.
    const moved = casesOf(version).filter((name) => {
      const { told, expected } = read<GoldenCase>(version, name);
      return told !== undefined && JSON.stringify(told) !== JSON.stringify(expected);
    });
    expect(reasons.length > 1 || moved.length === 0).toBe(true);
  });
});
