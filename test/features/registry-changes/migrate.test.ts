/**
 * A process gets a new edition while cases run. What that makes of every case is told before anything is changed, and
 * what was done stands in a book afterwards. If this broke, an upgrade would move people's cases behind everybody's back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Clock } from '../../../src/clock.js';
import { run } from '../../../src/commands/run.js';
import type { Library } from '../../../src/library/library.js';
import type { CaseChange } from '../../../src/registry-changes/case-change.js';
import type { MoveReport } from '../../../src/registry-changes/registry-move.js';
import { library as real } from '../../support/law.js';
import { before, withEdition, withOwner } from './registries.js';

class Noon extends Clock {
  constructor(private readonly day: string) {
    super();
  }
  now(): number {
    return Date.parse(`${this.day}T11:00:00Z`);
  }
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** One database that is asked under one registry or another. */
function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'etapp-migrate-'));
  folders.push(folder);
  const under = (library: Library, day = '2026-11-20') => ({
    async etapp(...argv: string[]) {
      const written = { out: '', err: '' };
      const status = await run(argv, {
        stdout: { write: (text) => (written.out += text) },
        stderr: { write: (text) => (written.err += text) },
        env: {
          ETAPP_DB: `sqlite:${join(folder, 'etapp.db')}`,
          ETAPP_LOG_LEVEL: 'silent',
          ETAPP_MAIL_FOLDER: join(folder, 'utskick'),
        },
        clock: new Noon(day),
        library,
      });
      return { status, ...written };
    },
    async json<T>(...argv: string[]): Promise<T> {
      return JSON.parse((await this.etapp(...argv, '--json')).out) as T;
    },
    /** A case whose first fact is of this day. */
    async caseFrom(on: string, ...more: [type: string, on: string][]): Promise<string> {
      const { id } = await this.json<{ id: string }>('open', '--subject', 'deltagare', '--kommun', '0763');
      const permit = '{"grund":"UtlL 5:1","route":"eget-boende","fodd":"1990-05-01"}';
      const recorded = [await this.etapp('record', id, 'uppehallstillstand.beviljat', '--on', on, '--data', permit)];
      for (const [type, day] of more) recorded.push(await this.etapp('record', id, type, '--on', day));
      expect(recorded.map(({ status }) => status)).toEqual(recorded.map(() => 0));
      return id;
    },
  });
  const sql = () => new Sqlite(join(folder, 'etapp.db'));
  const stored = () => {
    const database = sql();
    const rows = ['cases', 'owed_steps', 'registry_changes'].map((table) =>
      database.prepare(`SELECT * FROM ${table}`).all(),
    );
    database.close();
    return rows;
  };
  return { under, sql, stored };
}

interface History {
  entries: {
    kind: string;
    doneBy: string;
    fromVersions: object;
    toVersion: string;
    counts: object;
    contentHash: string;
  }[];
  broken: number[];
}

const of = (report: MoveReport, id: string): CaseChange =>
  report.cases.find((change) => change.case === id) as CaseChange;

/** Three cases: one from before the edition, one it concerns, and one where its facts no longer fit. */
async function caseload() {
  const at = desk();
  const old = at.under(before);
  const earlier = await old.caseFrom('2026-09-15');
  const later = await old.caseFrom('2026-10-05');
  const done = await old.caseFrom('2026-10-06', ['prov.gjort', '2026-10-20']);
  return { ...at, old, earlier, later, done };
}

describe('before a new edition is put to use', () => {
  test('each case is told of: unchanged, moved from where to where and why, and facts that no longer fit', async () => {
    const { under, earlier, later, done } = await caseload();
    const report = await under(withEdition).json<MoveReport>('migrate', '--dry-run');
    expect(report).toMatchObject({
      applied: false,
      registry: { from: { fore: 3 }, to: 'utgava' },
      counts: { cases: 3, unchanged: 1, changed: 0, moved: 1, unfit: 1, failed: 0 },
    });
    expect(of(report, earlier)).toMatchObject({ verdict: 'unchanged', moved: [], opened: [], closed: [], changed: [] });
    expect(of(report, later)).toMatchObject({
      verdict: 'moved',
      known: true,
      moved: [
        {
          process: 'prov',
          instance: null,
          from: ['vantarPaProv'],
          to: ['vantarPaGranskning'],
          why: { kind: 'edition', from: '2018-01-01', to: '2026-10-01', basis: '2013:156 4 §' },
        },
      ],
      opened: [{ process: 'prov', state: 'vantarPaGranskning', party: 'regionen' }],
      closed: [{ process: 'prov', state: 'vantarPaProv', party: 'kommun' }],
      unfit: [],
    });
    expect(of(report, done)).toMatchObject({
      verdict: 'unfit',
      moved: [{ process: 'prov', from: ['klart'], to: ['vantarPaGranskning'] }],
      unfit: [{ seq: 2, type: 'prov.gjort', on: '2026-10-20', slug: 'not-awaited' }],
    });
  });

  test('nothing is changed, and the command ends with 4 since somebody has to look', async () => {
    const { under, stored } = await caseload();
    const rows = stored();
    const { status, out } = await under(withEdition).etapp('migrate');
    expect(status).toBe(4);
    expect(out).toMatch(/Väntar → Väntar på granskning \(utgåvan från 2026-10-01, 2013:156 4 §\)/);
    expect(out).toMatch(/Ingenting är ändrat/);
    expect(stored()).toEqual(rows);
  });

  test('another owner moves nobody: the step is told as changed, and the command ends with 0', async () => {
    const { under, later } = await caseload();
    const dry = under(withOwner);
    const report = await dry.json<MoveReport>('migrate', '--dry-run');
    expect(report.counts).toMatchObject({ cases: 3, unchanged: 1, changed: 2, moved: 0 });
    expect(of(report, later).changed).toMatchObject([
      { process: 'prov', state: 'vantarPaProv', party: { from: 'kommun', to: 'regionen' } },
    ]);
    expect((await dry.etapp('migrate', '--dry-run')).status).toBe(0);
  });

  test('what time alone has done since is not taken for the work of the registry', async () => {
    const { under } = await caseload();
    const same = { ...before, version: 'samma' };
    const report = await under(same, '2027-06-01').json<MoveReport>('migrate', '--dry-run');
    expect(report.counts).toMatchObject({ cases: 3, unchanged: 3 });
  });

  test('a case whose former position was never kept is compared by its owed steps', async () => {
    const { under, sql, later } = await caseload();
    const database = sql();
    database.exec('UPDATE cases SET positions = NULL, computed_on = NULL');
    database.close();
    const report = await under(withEdition).json<MoveReport>('migrate', '--dry-run');
    expect(of(report, later)).toMatchObject({
      verdict: 'moved',
      known: false,
      moved: [{ process: 'prov', from: ['vantarPaProv'], to: ['vantarPaGranskning'] }],
    });
  });

  test('a process that is gone, and facts of a type that is gone, are told of', async () => {
    const { under, done } = await caseload();
    const report = await under({ ...real, version: 'utan' }).json<MoveReport>('migrate', '--dry-run');
    expect(of(report, done)).toMatchObject({
      verdict: 'unfit',
      moved: [{ process: 'prov', from: ['klart'], to: [], why: { kind: 'gone-process' } }],
      unfit: [{ type: 'prov.gjort', slug: 'unknown-fact' }],
    });
  });
});

describe('a new edition put to use', () => {
  test('computes every case anew, gives what the report in advance gave, and stands in the book', async () => {
    const { under } = await caseload();
    const now = under(withEdition);
    const foretold = await now.json<MoveReport>('migrate', '--dry-run');
    const done = await now.json<MoveReport>('migrate', '--apply');
    expect(done).toEqual({ ...foretold, applied: true });
    const { entries, broken } = await now.json<History>('migrate', '--history');
    expect(broken).toEqual([]);
    expect(entries).toMatchObject([
      { kind: 'begun', doneBy: 'demonstration', fromVersions: { fore: 3 }, toVersion: 'utgava', counts: {} },
      { kind: 'completed', toVersion: 'utgava', counts: { ...foretold.counts }, contentHash: foretold.contentHash },
    ]);
    expect((await now.etapp('audit')).status).toBe(0);
    expect((await now.json<MoveReport>('migrate', '--dry-run')).counts.cases).toBe(0);
    expect((await now.etapp('migrate', '--history')).out).toMatch(/fore \(3\) → utgava/);
  });

  test('carrying it out twice writes in the book once', async () => {
    const { under } = await caseload();
    const now = under(withEdition);
    expect((await now.etapp('migrate', '--apply')).status).toBe(0);
    expect((await now.etapp('migrate', '--apply')).status).toBe(0);
    expect((await now.json<History>('migrate', '--history')).entries).toHaveLength(2);
  });

  test.each([
    ['the list of who acts next', 'next', 'next'],
    ['the sweep', 'remind', 'sweep'],
  ])('%s never answers from the former edition, and writes in the book that it computed anew', async (_, verb, by) => {
    const { under, sql } = await caseload();
    const now = under(withEdition);
    expect((await now.etapp(verb)).status).toBe(0);
    const database = sql();
    const steps = database.prepare(
      "SELECT state, count(*) AS cases FROM owed_steps WHERE process = 'prov' GROUP BY state",
    );
    expect(steps.all()).toEqual([
      { state: 'vantarPaGranskning', cases: 2 },
      { state: 'vantarPaProv', cases: 1 },
    ]);
    database.close();
    const { entries } = await now.json<History>('migrate', '--history');
    expect(entries.map(({ kind, doneBy }) => [kind, doneBy])).toEqual([
      ['begun', by],
      ['completed', by],
    ]);
  });

  test('a case that cannot be computed keeps what it had and stops nobody; the command ends with 1', async () => {
    const { under, sql, later } = await caseload();
    const database = sql();
    database.prepare("UPDATE facts SET data = '{' WHERE case_id = ?").run(later);
    const now = under(withEdition);
    const report = await now.json<MoveReport>('migrate', '--dry-run');
    expect(of(report, later)).toMatchObject({ verdict: 'failed', fault: 'SyntaxError' });
    expect((await now.etapp('migrate', '--apply')).status).toBe(1);
    const versions = database.prepare('SELECT registry_version FROM cases ORDER BY id').pluck().all();
    expect(versions).toEqual(['utgava', 'fore', 'utgava']);
    database.close();
  });

  test('an entry that is altered afterwards is found by the history and by the audit', async () => {
    const { under, sql } = await caseload();
    const now = under(withEdition);
    await now.etapp('migrate', '--apply');
    const database = sql();
    database.exec("UPDATE registry_changes SET counts = '{}' WHERE seq = 2");
    database.close();
    expect((await now.json<History>('migrate', '--history')).broken).toEqual([2]);
    expect((await now.etapp('migrate', '--history')).status).toBe(4);
    const audit = await now.json<{ findings: { kind: string; seq: number }[] }>('audit');
    expect(audit.findings).toMatchObject([{ kind: 'registry-change', seq: 2 }]);
  });

  test('to show, to carry out and to look back are three things: more than one of them is wrong usage', async () => {
    const { status, err } = await desk().under(before).etapp('migrate', '--dry-run', '--apply');
    expect(status).toBe(2);
    expect(err).toMatch(/--dry-run, --apply\s+och\s+--history/);
  });
});
