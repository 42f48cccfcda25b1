/**
 * Reminders while processes sweep at once, die in the middle, and meet clocks and mail servers that fail. No reminder is
 * lost and none is sent twice. If this broke, somebody would not be told in time, or be told until they stop reading.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationViewer } from '../../src/auth/viewer.js';
import { Clock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import type { Store } from '../../src/database/store.js';
import { fillDemonstration } from '../../src/demo/fill-demonstration.js';
import { OwedStepRow } from '../../src/next-actions/owed-step.entity.js';
import { ReminderRow } from '../../src/reminders/reminder.entity.js';
import { RemindersService } from '../../src/reminders/reminders.service.js';
import { type MailServer, startMailServer } from '../features/reminders/mail-server.js';
import { parseMail } from '../features/reminders/mail-text.js';
import { library } from '../support/law.js';
import { faults, opened, type Place, places } from './places.js';
import { start } from './processes.js';

const CASES = 15;
const DAY = 86_400_000;
const MINUTE = 60_000;
const FILLED = Date.UTC(2026, 1, 2, 10);
/** The sweep comes a month late, so that there is much to send. */
const SWEPT = FILLED + 30 * DAY;

/** A clock that shows what it is set to. */
class SetClock extends Clock {
  constructor(public at: number) {
    super();
  }
  now(): number {
    return this.at;
  }
}

const servers: MailServer[] = [];
const kept: Place[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const place of kept.splice(0)) await place.dispose();
});

const mailServer = async (told?: (received: number) => void): Promise<MailServer> => {
  const server = await startMailServer(told);
  servers.push(server);
  return server;
};

/** Where mail goes: every party has an address. */
function environmentOf({ folder }: Place, url: string): Record<string, string> {
  const addresses = join(folder, 'adresser.yaml');
  writeFileSync(addresses, parties.map((party) => `${party}: ${party}@mottagare.example\n`).join(''));
  return { ETAPP_SMTP_URL: url, ETAPP_ADDRESSES: addresses, ETAPP_BASE_URL: 'https://etapp.example' };
}
const parties = ['enskild', 'kommun', 'arbetsformedlingen', 'forsakringskassan', 'migrationsverket', 'skatteverket'];
parties.push('regionen', 'lansstyrelsen', 'statens-servicecenter', 'anordnare', 'civilsamhallet');

/** Three at once meet in every way that two do; starting them is what takes the time. */
const LONG = Number(process.env['ETAPP_PROPERTY_ROUNDS'] ?? 1) > 1;
const atOnce = { SQLite: [2, 3], PostgreSQL: LONG ? [2, 3, 4] : [3] };

const idOf = (mail: string): string => parseMail(mail).headers.get('message-id') ?? '';

describe.each(places)('on $name', (kind) => {
  /** A caseload whose reminders nobody has swept for; the same every time. */
  async function caseload(): Promise<Place> {
    const place = await kind.fresh();
    kept.push(place);
    const options = { library, clock: new SetClock(FILLED), viewer: demonstrationViewer, seed: 7, kommun: '0763' };
    await opened(place, (store) => fillDemonstration(store, { ...options, participants: CASES }));
    return place;
  }

  const sweepBy = (place: Place, server: MailServer, at: number) =>
    start({ does: 'sweep', db: place.db, at, environment: environmentOf(place, server.url) });

  /** A service in this process, as it sweeps at an instant. */
  const sweepHere = (store: Store, place: Place, url: string, at: number) =>
    new RemindersService(
      store.dataSource,
      store.writePath,
      library,
      readConfig(environmentOf(place, url)),
      new SetClock(at),
      { info: () => undefined, warn: (entry: object) => expect(entry).toEqual(undefined) },
    ).sweep(demonstrationViewer);

  /** What a lone process that nothing happens to leaves behind. Reckoned once for each instant. */
  const undisturbed = (at = SWEPT): Promise<{ reminders: string[]; mails: number }> => {
    const known = reckoned.get(at) ?? undisturbedSweep(at);
    reckoned.set(at, known);
    return known;
  };
  const reckoned = new Map<number, ReturnType<typeof undisturbed>>();

  async function undisturbedSweep(at: number): Promise<{ reminders: string[]; mails: number }> {
    const [place, server] = [await caseload(), await mailServer()];
    await opened(place, (store) => sweepHere(store, place, server.url, at));
    return { reminders: await remindersIn(place), mails: server.received.length };
  }

  const remindersIn = (place: Place): Promise<string[]> =>
    opened(place, async ({ dataSource }) => {
      const rows = await dataSource.getRepository(ReminderRow).find();
      return rows
        .map((r) => [r.caseId, r.process, r.instance, r.state, r.due, r.level, r.recipient, r.status].join(' '))
        .sort();
    });

  test.each(atOnce[kind.name])(
    '%i processes that sweep at once leave what one leaves, and send each reminder once',
    async (count) => {
      const [alone, place, server] = [await undisturbed(), await caseload(), await mailServer()];
      const sweeps = Array.from({ length: count }, () => sweepBy(place, server, SWEPT).ended);
      const ends = await Promise.all(sweeps);
      expect(ends.map(({ status, complaint }) => [status, complaint])).toEqual(ends.map(() => [0, '']));
      expect(ends.flatMap(({ lines }) => lines.flatMap((line) => line.failedCases ?? []))).toEqual([]);
      expect(await remindersIn(place)).toEqual(alone.reminders);
      expect(server.received).toHaveLength(alone.mails);
      expect(new Set(server.received.map(idOf)).size).toBe(alone.mails);
      expect(await opened(place, (store) => faults(store, SWEPT))).toEqual([]);
    },
  );

  test('a process killed while it sends, and the one after it too, lose no reminder; only the message in flight may come again, as the same message', async () => {
    const alone = await undisturbed();
    const place = await caseload();
    let dying: ReturnType<typeof start> | undefined;
    const deaths = [2, 5];
    const server = await mailServer((received) => {
      if (deaths.includes(received)) dying?.child.kill('SIGKILL');
    });
    for (let at = SWEPT; ; at += 20 * MINUTE) {
      dying = sweepBy(place, server, at);
      const { status, complaint } = await dying.ended;
      expect(complaint).toBe('');
      if (status === 0 && at > SWEPT + deaths.length * 20 * MINUTE) break;
    }
    const ids = server.received.map(idOf);
    expect(new Set(ids).size).toBe(alone.mails);
    expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(deaths.length);
    expect(await remindersIn(place)).toEqual(alone.reminders);
    expect(await opened(place, (store) => faults(store, SWEPT + 80 * MINUTE))).toEqual([]);
  });

  test('a process killed while it visits cases leaves the rest to the next, which finds them all', async () => {
    const [alone, place] = [await undisturbed(), await caseload()];
    const silent = await mailServer();
    const { child, ended } = start(
      { does: 'sweep', db: place.db, at: SWEPT, environment: environmentOf(place, silent.url) },
      ({ ready }) => void (ready && watch()),
    );
    // Killed as soon as the first reminders are there, whichever case that is.
    const watch = () =>
      void opened(place, async ({ dataSource }) => {
        while (child.exitCode === null && (await dataSource.getRepository(ReminderRow).count()) < 2)
          await new Promise((resolve) => setImmediate(resolve));
        child.kill('SIGKILL');
      });
    await ended;
    const after = await mailServer();
    const { status, complaint } = await sweepBy(place, after, SWEPT + 20 * MINUTE).ended;
    expect([status, complaint]).toEqual([0, '']);
    const ids = [...silent.received, ...after.received].map(idOf);
    expect(new Set(ids).size).toBe(alone.mails);
    expect(await remindersIn(place)).toEqual(alone.reminders);
    expect(await opened(place, (store) => faults(store, SWEPT + 20 * MINUTE))).toEqual([]);
  });

  test('a clock that jumps ninety days ahead and back leaves the owed steps of the right day, and reminds nobody twice', async () => {
    const [place, server] = [await caseload(), await mailServer()];
    await opened(place, async (store) => {
      const owed = async () => {
        const rows = await store.dataSource.getRepository(OwedStepRow).find({ order: { id: 'ASC' } });
        return rows.map(({ id, due, party }) => [id, due, party].join(' '));
      };
      await sweepHere(store, place, server.url, SWEPT);
      const before = await owed();
      await sweepHere(store, place, server.url, SWEPT + 90 * DAY);
      expect(await owed()).not.toEqual(before);
      await sweepHere(store, place, server.url, SWEPT + MINUTE);
      expect(await owed()).toEqual(before);
      expect(await faults(store, SWEPT + MINUTE)).toEqual([]);
      for (let day = 5; day <= 90; day += 5) await sweepHere(store, place, server.url, SWEPT + day * DAY + MINUTE);
      expect(await faults(store, SWEPT + 90 * DAY + MINUTE)).toEqual([]);
    });
    const ids = server.received.map(idOf);
    expect(new Set(ids).size).toBe(ids.length);
    // Every step that sweeps without the jump remind of has been reminded of.
    const steady = await sweptSteadily();
    const jumped = new Set((await remindersIn(place)).map(withoutStatus));
    expect(steady.map(withoutStatus).filter((key) => !jumped.has(key))).toEqual([]);
  });

  async function sweptSteadily(): Promise<string[]> {
    const [place, server] = [await caseload(), await mailServer()];
    await opened(place, async (store) => {
      for (let day = 0; day <= 90; day += 5) await sweepHere(store, place, server.url, SWEPT + day * DAY);
    });
    return remindersIn(place);
  }

  const withoutStatus = (reminder: string) => reminder.slice(0, reminder.lastIndexOf(' '));

  test('while the mail server is down nothing is lost, and when it is up again everything is sent once, the earliest due first', async () => {
    const [alone, place, server] = [await undisturbed(), await caseload(), await mailServer()];
    const { url } = server;
    await server.stop();
    await opened(place, async (store) => {
      for (const minutes of [0, 20, 100]) {
        const down = await sweepHere(store, place, url, SWEPT + minutes * MINUTE);
        expect([down.sent, down.failed > 0]).toEqual([0, true]);
      }
      const up = await mailServer();
      // Later than the longest pause that three failures lead to.
      const swept = await sweepHere(store, place, up.url, SWEPT + 6 * 60 * MINUTE);
      const ids = up.received.map(idOf);
      expect([swept.sent, new Set(ids).size, ids.length]).toEqual([alone.mails, alone.mails, alone.mails]);
      const dues = up.received.map(
        (mail) => /senast (\d{4}-\d{2}-\d{2})/.exec(parseMail(mail).headers.get('subject') ?? '')?.[1],
      );
      expect(dues).toEqual([...dues].sort());
      expect(await faults(store, SWEPT + 6 * 60 * MINUTE)).toEqual([]);
    });
    expect(await remindersIn(place)).toEqual(alone.reminders);
  });

  test('after three weeks without any sweep the first one sends everything in order of due date', async () => {
    const [place, server] = [await caseload(), await mailServer()];
    const at = SWEPT + 21 * DAY;
    const swept = await opened(place, (store) => sweepHere(store, place, server.url, at));
    expect([server.received.length, swept.failed]).toEqual([swept.sent, 0]);
    expect(await opened(place, (store) => faults(store, at))).toEqual([]);
    const dues = server.received.map(
      (mail) => /senast (\d{4}-\d{2}-\d{2})/.exec(parseMail(mail).headers.get('subject') ?? '')?.[1],
    );
    expect(dues).toEqual([...dues].sort());
  });
});
