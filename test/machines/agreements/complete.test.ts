/**
 * Exempelby does not exist. Its agreement answers for every step, so that a coordinator has a whole one to look at, and
 * so that the checker can be held to its word: whatever is taken out of a text without gaps leaves exactly that gap.
 */
import { isStep, type PlainDate } from '../../../machines/grammar/index.js';
import type { Agreement } from '../../../src/engine/agreement.js';
import { coverage, type CoverageReport } from '../../../src/engine/coverage/coverage.js';
import { withinAgreement } from '../../../src/library/agreement-checks.js';
import type { AgreementDto } from '../../../src/library/dto/agreement.dto.js';
import { agreementCalled, book, registry, requirements } from '../../support/law.js';
import { groupsIn, HALVES, leftOpen, type Question } from './answered.js';
import { textsIn, withoutStatement, written, type WrittenClause } from './written.js';

const FILE = 'machines/agreements/exempelby/2026-lok.yaml';
const text = written(FILE);
const complete = agreementCalled('exempelby/2026-lok');
const DAY: PlainDate = '2026-11-21';
const days: PlainDate[] = [text.valid.from, DAY, '2027-04-01', '2028-02-29'];

const reportOn = (agreement: Agreement, asOf: PlainDate = DAY) =>
  coverage(agreement, { asOf, registry, book, requirements });

/** Every step of a participant's processes that the text answers, and every point; a time only where law has no number. */
const questions: Question[] = [...new Set(text.clauses.flatMap(({ step }) => step ?? []))].flatMap((step) => {
  const entry = registry.states.get(step);
  if (entry?.process.subject !== 'deltagare' || !isStep(entry.meta)) return [];
  const { deadline } = entry.meta;
  const open = !('within' in deadline || 'by' in deadline);
  return Object.keys(HALVES).flatMap((point) => (point !== 'deadline' || open ? [{ step, point }] : []));
});
const groups = groupsIn(text.clauses);

/** The findings on the points, as `leftOpen` writes them. */
const found = ({ findings }: CoverageReport): string[] =>
  findings
    .filter(({ point }) => point in HALVES)
    .flatMap(({ process, state, when, point, verdict }) =>
      (when ? Object.values(when).flat() : ['alla']).map((group) => `${process}/${state} ${group} ${point} ${verdict}`),
    )
    .sort();

const having = (clauses: readonly WrittenClause[]): Agreement => ({
  ...complete,
  clauses: clauses as Agreement['clauses'],
});
const whole = reportOn(complete);
/** What is left open of the step of a clause; of the other steps nothing is, since nothing was touched there. */
const expected = ({ step }: WrittenClause, left: readonly WrittenClause[]): string[] => {
  const its = (one: { step?: string }) => one.step === step;
  return leftOpen(left.filter(its), questions.filter(its), groups).sort();
};
const others = (id: string): WrittenClause[] => text.clauses.filter((clause) => clause.id !== id);
const clauses = text.clauses.map((clause) => [clause.id, clause] as const);

describe('the complete agreement', () => {
  test('says in its name and its code that no such municipality exists', () => {
    // The two first digits are the county's; no county is 00.
    expect(text.kommun).toEqual({ code: expect.stringMatching(/^00/), name: expect.stringContaining('påhittad') });
    expect(text.title).toContain('påhittad');
  });

  test.each(days)('has no finding and no defect with the law of %s', (day) => {
    const { findings, defects, admittedGaps, inForce } = reportOn(complete, day);
    expect({ findings, defects, admittedGaps, inForce }).toEqual({
      findings: [],
      defects: [],
      admittedGaps: [],
      inForce: true,
    });
  });

  test('answers for every step that somebody can come to', () => {
    const inLaw = whole.matrix.filter(({ points }) => points.P4 !== 'not_applicable');
    const asked = new Set(questions.map(({ step }) => step));
    expect(new Set(inLaw.map(({ process, state }) => `${process}/${state}`))).toEqual(asked);
    expect(asked.size).toBeGreaterThan(140);
    expect(inLaw.filter(({ points }) => Object.values(points).some((verdict) => verdict !== 'covered'))).toEqual([]);
  });

  test('leaves nothing open in the reading of the test either', () => {
    expect(leftOpen(text.clauses, questions, groups)).toEqual([]);
  });
});

describe('a clause that is taken out leaves what it alone answered, and put back it leaves nothing', () => {
  test.each(clauses)('%s', (id, clause) => {
    expect(found(reportOn(having(others(id))))).toEqual(expected(clause, others(id)));
    expect(reportOn(having([...others(id), clause]))).toEqual(whole);
  });

  test('every clause about a step answers something that no other does', () => {
    const asked = new Set(questions.map(({ step }) => step));
    const idle = text.clauses
      .filter(({ step, points }) => points && asked.has(step ?? ''))
      .filter((clause) => expected(clause, others(clause.id)).length === 0);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

describe('a statement that is taken out of every other clause leaves its half open there and nowhere else', () => {
  const halves = Object.entries(HALVES).flatMap(([point, names]) => names.map((half) => ({ point, half })));

  test.each(halves)('$point $half', (place) => {
    for (const odd of [0, 1]) {
      const left = text.clauses.map((clause, i) => (i % 2 === odd ? withoutStatement(clause, place) : clause));
      const open = leftOpen(left, questions, groups).sort();
      expect(open.length).toBeGreaterThan(20);
      expect(found(reportOn(having(left)))).toEqual(open);
    }
  });
});

describe('a unit or a forum that is taken out is missed wherever the text names it', () => {
  const named = [
    'part_of',
    'convener',
    'members',
    'who',
    'with',
    'from',
    'to',
    'body',
    'units',
    'referred_by',
    'attends',
  ];
  const missing = (left: object) =>
    withinAgreement({ ...complete, ...left } as AgreementDto, registry).map(({ path }) => path.join('.'));

  test.each([
    ...text.units.map(({ id }) => ['units', id] as const),
    ...text.bodies.map(({ id }) => ['bodies', id] as const),
  ])('%s %s', (list, id) => {
    const left = { ...text, [list]: text[list].filter((one) => one.id !== id) };
    const places = [...textsIn(left)]
      .filter((one) => one.text === id && one.path.some((key) => named.includes(String(key))))
      .map(({ path }) => path.join('.'));
    expect(places.length).toBeGreaterThan(0);
    expect(missing({ [list]: left[list] }).sort()).toEqual(places.sort());
  });
});

describe('what the text says can be acted on', () => {
  const says = [...textsIn(text)].filter(({ field }) => ['says', 'content', 'purpose', 'duties'].includes(field));

  test('no statement rests on a word that cannot be reckoned with', () => {
    const { words } = written('machines/agreements/vague-words.yaml') as unknown as { words: { word: string }[] };
    const vague = new RegExp(`(?<!\\p{L})(?:${words.map(({ word }) => word).join('|')})(?!\\p{L})`, 'iu');
    expect(says.filter((one) => vague.test(one.text))).toEqual([]);
  });

  test('no statement is said by a municipality without a unit', () => {
    expect(says.filter((one) => /(?<!\p{L})kommunen(?!\p{L})/iu.test(one.text))).toEqual([]);
  });

  test('every unit can be reached by persons and by the parties', () => {
    const reached = (agreement: Agreement) =>
      agreement.units.map(({ id, contact = [] }) => ({ id, for: contact.map((path) => path.for) }));
    const deaf = reached(complete).filter(
      ({ for: whom }) => !(whom.includes('both') || (whom.includes('persons') && whom.includes('parties'))),
    );
    expect(deaf).toEqual([]);
  });

  test('every exchange about a person has consent or a provision in force as its ground', () => {
    const exchanges = text.clauses.flatMap(({ exchange }) => exchange ?? []);
    const grounds = exchanges.filter(({ level }) => level === 'individual').map(({ ground }) => ground);
    const cited = grounds.filter((ground) => ground !== 'samtycke');
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((citation) => !book.inForce(citation, text.valid.from))).toEqual([]);
  });
});
