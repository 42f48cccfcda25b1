/**
 * `etapp audit` finds every byte that was changed behind our back. If it did not, a decision could rest on a fact that
 * nobody ever stated.
 */
import Sqlite from 'better-sqlite3';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditFinding } from '../../../src/audit/audit-finding.js';
import { clearDesks, type Desk, desk, openCase } from '../cli/etapp.js';

let prepared: Desk & { id: string };
const copies: string[] = [];
beforeAll(async () => (prepared = await prepare()));
afterAll(() => {
  clearDesks();
  for (const folder of copies) rmSync(folder, { recursive: true });
});

interface Report {
  ok: boolean;
  cases: number;
  facts: number;
  kept: { compared: number; outdated: number };
  findings: AuditFinding[];
  heads: { digest: string; cases: { case: string; seq: number; hash: string }[] };
}

/** A desk with two cases: one with five facts, of which one corrects another, and one with a single fact. */
async function prepare(): Promise<Desk & { id: string }> {
  const at = desk();
  const id = await openCase(at);
  const record = async (type: string, on: string, ...more: string[]) => {
    const { status, err } = await at.etapp('record', id, type, '--on', on, ...more);
    if (status !== 0) throw new Error(err);
  };
  await record('folkbokforing.registrerad', '2026-10-05', '--data', '{"kommun":"0763"}');
  await record('arbetssokande.inskriven', '2026-10-06', '--data', '{"vag":"digitalt"}');
  await record('malgrupp.provad', '2026-10-07', '--data', '{"omfattas":true}');
  const { facts } = await at.json<{ facts: { id: string; type: string }[] }>('case', id);
  const examined = facts.find(({ type }) => type === 'malgrupp.provad')?.id ?? '';
  await record('malgrupp.provad', '2026-10-08', '--data', '{"omfattas":true}', '--corrects', examined);
  await openCase(at);
  await at.etapp('remind');
  return { ...at, id };
}

/** A copy of the desk, and a way to change its database behind Etapp's back. */
function filled(): Desk & { id: string; sql: (text: string, ...values: unknown[]) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'etapp-audit-'));
  copies.push(folder);
  cpSync(prepared.folder, folder, { recursive: true });
  const sql = (text: string, ...values: unknown[]) => {
    const database = new Sqlite(join(folder, 'etapp.db'));
    const { changes } = database.prepare(text).run(...values);
    database.close();
    if (changes === 0) throw new Error(`Nothing was changed by ${text}`);
  };
  return { ...desk({ folder }), id: prepared.id, sql };
}

const kinds = ({ findings }: Report) => findings.map(({ kind, seq, column }) => [kind, seq, column].join(' '));

test('a database that nobody has tampered with has no findings, and everything in it was looked at', async () => {
  const { json, etapp } = filled();
  const report = await json<Report>('audit');
  expect(report).toMatchObject({ ok: true, cases: 2, facts: 6, kept: { compared: 2, outdated: 0 }, findings: [] });
  const { status, out } = await etapp('audit');
  expect(status).toBe(0);
  expect(out).toMatch(/2 ärenden med 6 uppgifter/);
  expect(out).toMatch(/Allt stämmer/);
});

describe('every column of every fact, changed in turn', () => {
  // As the column is stored: text, or a number; the last resort is to change its kind.
  const flipped = (value: unknown): unknown =>
    typeof value === 'number' ? value + 1 : typeof value === 'string' && value !== '' ? flipLast(value) : 'x';
  const flipLast = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');

  test('is found, at that fact, and the command ends with 4', async () => {
    const { folder, json, etapp, id } = filled();
    const database = new Sqlite(join(folder, 'etapp.db'));
    const rows = database.prepare('SELECT rowid AS place, * FROM facts WHERE case_id = ? ORDER BY seq').all(id) as {
      place: number;
      seq: number;
      [column: string]: unknown;
    }[];
    const missed: string[] = [];
    let tried = 0;
    for (const { place, ...row } of rows)
      for (const [column, value] of Object.entries(row)) {
        const set = database.prepare(`UPDATE facts SET ${column} = ? WHERE rowid = ?`);
        // A number that is taken already cannot be taken again: the database says so itself.
        const wrong = column === 'seq' ? row.seq + 100 : flipped(value);
        set.run(wrong, place);
        const { findings } = await json<Report>('audit');
        const there =
          column === 'case_id' || column === 'seq' ? findings.length > 0 : findings.some(atFact(id, row.seq));
        if (!there) missed.push(`${row.seq} ${column}: ${JSON.stringify(findings)}`);
        set.run(value, place);
        tried += 1;
      }
    database.close();
    expect(tried).toBe(5 * 16);
    expect(missed).toEqual([]);
    expect((await etapp('audit')).status).toBe(0);
  });

  const atFact =
    (id: string, seq: number) =>
    (finding: AuditFinding): boolean =>
      finding.case === id && finding.seq === seq;

  test.each([
    ['hash', "'0'", 'altered 2 hash'],
    ['prev_hash', "'0'", 'altered 2 prev_hash'],
    ['seq', '9', 'altered 9 seq'],
    ['data', `'{ "kommun": "0763"}'`, 'altered 2 data'],
    ['data', `'{'`, 'unreadable 2 data, recorded_at'],
    ['data', `'{"kommun":"0780"}'`, 'altered 2 '],
    ['recorded_at', "'soon'", 'unreadable 2 data, recorded_at'],
    ['recorded_at', 'recorded_at + 0.5', 'altered 2 recorded_at'],
    ['by_party', "'kommun'", 'altered 2 '],
    ['case_id', "'0763-26-9999'", 'missing 2 '],
  ])('%s = %s is told as «%s»', async (column, value, told) => {
    const { json, etapp, id, sql } = filled();
    sql(`UPDATE facts SET ${column} = ${value} WHERE case_id = ? AND seq = 2`, id);
    const report = await json<Report>('audit');
    expect(kinds(report)).toContain(told);
    expect(report.findings.filter(({ kind }) => kind !== 'stray')).toHaveLength(1);
    expect((await etapp('audit')).status).toBe(4);
  });
});

describe('facts', () => {
  test('a fact taken out in the middle is told of by its number', async () => {
    const { json, id, sql } = filled();
    sql('DELETE FROM facts WHERE case_id = ? AND seq = 3', id);
    expect(kinds(await json<Report>('audit'))).toEqual(['missing 3 ']);
  });

  test('a fact of a case that does not exist is told of', async () => {
    const { json, id, sql } = filled();
    sql("UPDATE facts SET case_id = '0763-26-9999' WHERE case_id = ? AND seq = 5", id);
    expect(kinds(await json<Report>('audit'))).toContain('stray 5 case_id');
  });

  test('one case can be audited alone; a number nobody has given is refused', async () => {
    const { json, etapp, id, sql } = filled();
    sql('UPDATE facts SET on_date = ? WHERE case_id = ? AND seq = 1', '2026-10-02', id);
    expect((await json<Report>('audit', '--case', '0763-26-0002')).findings).toEqual([]);
    expect(kinds(await json<Report>('audit', '--case', id))).toEqual(['altered 1 ']);
    expect((await etapp('audit', '--case', '0763-26-0999')).status).toBe(3);
  });
});

describe('facts taken away from the end', () => {
  test('leave a chain that holds, but not against heads that were noted before', async () => {
    const { folder, json, etapp, id, sql } = filled();
    const before = await json<Report>('audit', '--heads');
    const noted = join(folder, 'kedjor.json');
    writeFileSync(noted, JSON.stringify(before));
    expect(before.heads.cases.find((head) => head.case === id)?.seq).toBe(5);
    expect((await etapp('audit', '--against', noted)).status).toBe(0);
    sql('DELETE FROM facts WHERE case_id = ? AND seq = 5', id);
    const report = await json<Report>('audit', '--against', noted);
    expect(kinds(report)).toContain('anchor 5 hash');
    expect(report.heads.digest).not.toBe(before.heads.digest);
  });

  test('facts added later leave noted heads valid', async () => {
    const { folder, json, etapp, id } = filled();
    const noted = join(folder, 'kedjor.json');
    writeFileSync(noted, JSON.stringify(await json<Report>('audit', '--heads')));
    await etapp('record', id, 'programanvisning.beslutad', '--on', '2026-10-12', '--data', '{"omfattning":100}');
    expect(await json<Report>('audit', '--against', noted)).toMatchObject({ ok: true, facts: 7 });
  });

  test('a case that is gone altogether is told of', async () => {
    const { folder, json, id, sql } = filled();
    const noted = join(folder, 'kedjor.json');
    writeFileSync(noted, JSON.stringify(await json<Report>('audit', '--heads')));
    for (const table of ['facts', 'owed_steps', 'reminders', 'outbox'])
      try {
        sql(`DELETE FROM ${table} WHERE case_id = ?`, id);
      } catch {
        // Nothing of the kind was stored about it.
      }
    sql('DELETE FROM cases WHERE id = ?', id);
    expect(kinds(await json<Report>('audit', '--against', noted))).toContain('anchor  ');
  });

  test('a file that holds no heads is wrong usage', async () => {
    const { folder, etapp } = filled();
    writeFileSync(join(folder, 'fel.json'), '{"heads":{"cases":[{}]}}');
    const { status, err } = await etapp('audit', '--against', join(folder, 'fel.json'));
    expect(status).toBe(2);
    expect(err).toMatch(/etapp audit\s+--heads --json/);
  });
});

describe('what is kept beside the facts', () => {
  test.each([
    ['an owed step that is gone', 'DELETE FROM owed_steps WHERE case_id = ?', 'owed'],
    ['an owed step with another date', "UPDATE owed_steps SET due = '2027-01-01' WHERE case_id = ?", 'owed'],
    ['an owed step with another party', "UPDATE owed_steps SET party = 'regionen' WHERE case_id = ?", 'owed'],
    ['a status that does not follow', "UPDATE cases SET status = 'closed' WHERE id = ?", 'case'],
    ['a visit that comes too late', "UPDATE cases SET next_boundary_on = '2030-01-01' WHERE id = ?", 'reminder'],
    ['a position that does not follow', `UPDATE cases SET positions = '{"states":{}}' WHERE id = ?`, 'case'],
    ['a counter that was changed', 'UPDATE owed_counters SET open = open + 1 WHERE ? IS NOT NULL', 'counter'],
  ])('%s is found', async (_, statement, kind) => {
    const { json, id, sql } = filled();
    sql(statement, id);
    const report = await json<Report>('audit');
    expect(report.findings.map((finding) => finding.kind)).toContain(kind);
  });

  test('what waits to be computed anew is counted and not held against anything', async () => {
    const { json, id, sql } = filled();
    sql("UPDATE cases SET registry_version = 'another', status = 'closed' WHERE id = ?", id);
    expect(await json<Report>('audit')).toMatchObject({ ok: true, kept: { compared: 1, outdated: 1 } });
  });
});
