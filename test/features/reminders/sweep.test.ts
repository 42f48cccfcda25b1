import { demonstrationViewer } from '../../../src/auth/viewer.js';
import {
  awaitingExamination,
  awaitingReception,
  dispose,
  levelsOf,
  library,
  reminding,
  type Reminding,
  type StoredReminder,
} from './reminding.js';

afterEach(dispose);

const bosattning = (database: Reminding) => levelsOf(database.stored('bosattning'));
const keys = (rows: readonly StoredReminder[]) =>
  rows.map(({ process, state, due, level, recipient }) => [process, state, due, level, recipient].join(' ')).sort();
const dayBy = (start: string, days: number) =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10) as '2026-01-01';
const nextBoundary = ({ outside }: Reminding) => outside.prepare('SELECT next_boundary_on FROM cases').pluck().get();

describe('a reminder', () => {
  test('does not exist before its day', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    const swept = await database.sweep('2026-02-10');
    expect(swept.reminders.filter(({ process }) => process === 'bosattning')).toEqual([]);
    expect(bosattning(database)).toEqual([]);
  });

  test('exists on its day and is sent once, however often the sweep runs', async () => {
    const database = await reminding();
    const id = await database.caseWith(awaitingReception);
    const first = await database.sweep('2026-02-11');
    expect(first).toMatchObject({ asOf: '2026-02-11', cases: 1, failed: 0, failedCases: [] });
    expect(first.reminders.find(({ process }) => process === 'bosattning')).toMatchObject({
      case: id,
      state: 'vantarPaMottagande',
      due: '2026-03-13',
      level: 'fore-30',
      status: 'sent',
    });
    const second = await database.sweep();
    expect(second).toMatchObject({ cases: 0, created: 0, sent: 0, reminders: [] });
    expect(bosattning(database)).toEqual(['fore-30 sent']);
  });

  test('comes on each level, on the day itself and after it while the step is owed', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    for (const day of ['2026-02-11', '2026-02-27', '2026-03-10', '2026-03-13', '2026-03-14', '2026-03-20'] as const) {
      await database.sweep(day);
    }
    const levels = ['fore-30', 'fore-14', 'fore-3', 'pa-dagen', 'efter-1', 'efter-7'];
    expect(bosattning(database)).toEqual(levels.map((level) => `${level} sent`));
  });

  test('is found by the next sweep when the fact that opened the step was recorded late', async () => {
    const database = await reminding();
    const [permit, assigned] = awaitingReception;
    const id = await database.caseWith([permit!]);
    database.clock.set('2026-03-11');
    const [type, on, data] = assigned!;
    await database.cases.record(demonstrationViewer, id, { type, on, data });
    await database.sweep();
    expect(bosattning(database).sort()).toEqual(['fore-14 overtaken', 'fore-3 sent', 'fore-30 overtaken']);
    expect(nextBoundary(database)).not.toBe('2026-03-11');
  });

  test('does not exist for a step without a date', async () => {
    const database = await reminding();
    await database.caseWith(awaitingExamination);
    await database.sweep('2023-06-01');
    const undated = database.outside.prepare(
      "SELECT state FROM owed_steps WHERE process = 'etableringsprogrammet' AND due LIKE '9999%'",
    );
    expect(undated.pluck().all()).toEqual(['vantarPaMalgruppsprovning']);
    expect(database.stored('etableringsprogrammet')).toEqual([]);
  });

  test('comes anew when the date moves, for the new date', async () => {
    const database = await reminding();
    const id = await database.caseWith(awaitingReception);
    await database.sweep('2026-02-27');
    await database.record(id, ['bosattning.anvisad', '2026-03-02', { kommun: '0763', senast: '2026-04-10' }]);
    await database.sweep('2026-03-11');
    const dates = database.stored('bosattning').map(({ due, level }) => `${due} ${level}`);
    expect(dates).toEqual(['2026-03-13 fore-14', '2026-03-13 fore-30', '2026-04-10 fore-30']);
  });
});

describe('a sweep that comes late', () => {
  test('leaves the same rows as daily sweeps, and one message for each step', async () => {
    const [daily, late] = [await reminding(), await reminding()];
    for (const database of [daily, late]) await database.caseWith(awaitingReception);
    for (let day = 0; day <= 21; day += 1) await daily.sweep(dayBy('2026-02-20', day));
    const swept = await late.sweep('2026-03-13');
    expect(keys(late.stored())).toEqual(keys(daily.stored()));
    const sent = late.stored().filter(({ status }) => status === 'sent');
    expect(new Set(sent.map(({ process, state }) => `${process}/${state}`)).size).toBe(sent.length);
    expect(late.mails()).toHaveLength(sent.length);
    expect(bosattning(late).sort()).toEqual([
      'fore-14 overtaken',
      'fore-3 overtaken',
      'fore-30 overtaken',
      'pa-dagen sent',
    ]);
    expect(swept.overtaken).toBe(late.stored().length - sent.length);
  });

  test('that runs twice at once makes nothing twice', async () => {
    const database = await reminding();
    for (let count = 0; count < 30; count += 1) await database.caseWith(awaitingReception);
    database.clock.set('2026-03-13');
    const other = database.service();
    const both = await Promise.all([database.sweep(), other.sweep(demonstrationViewer)]);
    expect(both.flatMap(({ failedCases }) => failedCases)).toEqual([]);
    const rows = database.stored();
    expect(both[0].created + both[1].created).toBe(rows.length);
    expect(new Set(database.outside.prepare('SELECT reminder_id FROM outbox').pluck().all()).size).toBe(
      both[0].sent + both[1].sent,
    );
    expect(database.mails()).toHaveLength(rows.filter(({ status }) => status === 'sent').length);
  });
});

describe('what time changes without anybody recording anything', () => {
  test('the sweep takes away a step that a closed window has ended', async () => {
    const database = await reminding();
    const id = await database.caseWith(awaitingExamination);
    const owed = () =>
      database.outside.prepare("SELECT state FROM owed_steps WHERE process = 'etableringsprogrammet'").pluck().all();
    await database.sweep('2026-01-15');
    expect(owed()).toEqual(['vantarPaMalgruppsprovning']);
    const before = database.version(id);
    await database.sweep('2026-01-20');
    expect(owed()).toEqual([]);
    expect(database.version(id)).toBe(before + 1);
    const counted = database.outside
      .prepare("SELECT sum(open) FROM owed_counters WHERE party = 'arbetsformedlingen'")
      .pluck()
      .get();
    const stored = database.outside
      .prepare("SELECT count(*) FROM owed_steps WHERE party = 'arbetsformedlingen'")
      .pluck()
      .get();
    expect(counted ?? 0).toBe(stored);
  });

  test('a day on which nothing anybody sees is changed moves the next visit and leaves the version alone', async () => {
    const database = await reminding();
    const id = await database.caseWith(awaitingReception);
    await database.sweep('2026-03-20');
    const before = database.version(id);
    await database.store.dataSource.query("UPDATE cases SET next_boundary_on = '2026-03-21'");
    expect((await database.sweep('2026-03-21')).cases).toBe(1);
    expect(database.version(id)).toBe(before);
    expect(nextBoundary(database)).toEqual(expect.stringMatching(/^2026-0[3-4]-/));
    expect((await database.sweep()).cases).toBe(0);
  });

  test('cases that were computed with another law are visited too', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    await database.sweep('2026-02-12');
    const changed = database.service({}, { ...library, version: 'another' });
    expect((await changed.sweep(demonstrationViewer)).cases).toBe(1);
    expect((await changed.sweep(demonstrationViewer)).cases).toBe(0);
  });
});

describe('a sweep', () => {
  test('that is only a rehearsal tells what would come and writes nothing', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    await database.sweep('2026-02-11');
    const before = database.stored();
    const rehearsed = await database.sweep('2026-03-10', { dryRun: true });
    expect(levelsOf(rehearsed.reminders.filter(({ process }) => process === 'bosattning'))).toEqual([
      'fore-14 overtaken',
      'fore-3 pending',
    ]);
    expect(rehearsed).toMatchObject({ cases: 1, sent: 0, failed: 0 });
    expect(database.stored()).toEqual(before);
    const real = await database.sweep();
    expect([real.created, real.overtaken]).toEqual([rehearsed.created, rehearsed.overtaken]);
  });

  test('for a day to come is followed by one that puts back what is owed today', async () => {
    const database = await reminding();
    await database.caseWith(awaitingExamination);
    const owed = () => database.outside.prepare('SELECT id, due FROM owed_steps ORDER BY id').all();
    await database.sweep('2023-02-01');
    const before = owed();
    await database.sweep(undefined, { asOf: '2026-02-01' });
    expect(owed()).not.toEqual(before);
    await database.sweep();
    expect(owed()).toEqual(before);
    expect((await database.sweep()).cases).toBe(0);
  });

  test('after a clock that ran ninety days ahead puts back what is owed on the right day', async () => {
    const database = await reminding();
    await database.caseWith(awaitingExamination);
    const owed = () => database.outside.prepare('SELECT id, due FROM owed_steps ORDER BY id').all();
    await database.sweep('2026-01-10');
    const before = owed();
    await database.sweep('2026-04-10');
    expect(owed()).not.toEqual(before);
    await database.sweep('2026-01-10');
    expect(owed()).toEqual(before);
    expect((await database.sweep()).cases).toBe(0);
  });

  test('is not stopped by a case that cannot be computed: it is listed, and logged by its number alone', async () => {
    const database = await reminding();
    const broken = await database.caseWith(awaitingReception);
    const whole = await database.caseWith(awaitingReception);
    await database.store.dataSource.query('UPDATE facts SET data = ? WHERE case_id = ?', ['{', broken]);
    const swept = await database.sweep('2026-02-11');
    expect(swept).toMatchObject({ cases: 1, failedCases: [broken] });
    expect(swept.reminders.map((reminder) => reminder.case)).toContain(whole);
    expect(database.log).toEqual([{ case: broken, fault: 'SyntaxError' }]);
  });

  test('goes through every case, also when there are more than one page of them', async () => {
    const database = await reminding();
    for (let count = 0; count < 60; count += 1) await database.caseWith(awaitingReception);
    expect((await database.sweep('2026-02-11')).cases).toBe(60);
  });

  test('sees and sends only what the viewer may see', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception, '0763');
    const other = await database.caseWith([awaitingReception[0]!], '0780');
    await database.record(other, ['bosattning.anvisad', '2026-01-20', { kommun: '0780', senast: '2026-03-13' }]);
    database.clock.set('2026-02-11');
    const viewer = { ...demonstrationViewer, municipalities: ['0780'] };
    const swept = await database.service().sweep(viewer);
    expect(new Set(swept.reminders.map((reminder) => reminder.case))).toEqual(new Set([other]));
    expect(await database.service().listOutgoing({ ...viewer, municipalities: [] })).toEqual([]);
    expect((await database.service().listOutgoing(viewer)).every((reminder) => reminder.case === other)).toBe(true);
  });

  test('that is told to stop stops before the next case', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    const stopped = await database.sweep('2026-02-11', { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ cases: 0, sent: 0 });
  });
});
