import { demonstrationViewer } from '../../../src/auth/viewer.js';
import { type MailServer, startMailServer } from './mail-server.js';
import { parseMail } from './mail-text.js';
import { awaitingReception, BORN, dispose, levelsOf, reminding, type Reminding } from './reminding.js';

const servers: MailServer[] = [];
const mailServer = async (): Promise<MailServer> => {
  const server = await startMailServer();
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await dispose();
});

const aboutReception = ({ text }: { text: string }) => parseMail(text).body.includes('2016:39 10 §');
// Jest types its matchers as `any`.
const matching = (words: RegExp): unknown => expect.stringMatching(words);
const bosattning = (database: Reminding) => levelsOf(database.stored('bosattning'));

/** A database with a case whose reception is to be reminded of today, and a service that sends to the server. */
async function toBeSent(
  server: MailServer,
  addresses = 'kommun: mottagande@kommunen.example\nenskild: stod@kommunen.example\n',
) {
  const database = await reminding();
  const id = await database.caseWith(awaitingReception);
  database.clock.set('2026-03-10');
  const service = database.service({
    ETAPP_SMTP_URL: server.url,
    ETAPP_ADDRESSES: database.write('adresser.yaml', addresses),
  });
  return { database, id, service, sweep: () => service.sweep(demonstrationViewer) };
}

describe('without a mail server', () => {
  test('each message is a file of its own, named by day, case and level', async () => {
    const database = await reminding();
    const id = await database.caseWith(awaitingReception);
    const swept = await database.sweep('2026-03-10');
    const mails = database.mails();
    expect(mails).toHaveLength(swept.sent);
    for (const { name } of mails) expect(name).toMatch(/^2026-03-10-0763-26-0001-(fore|efter)-\d+-[0-9a-f]{8}\.eml$/);
    const files = swept.reminders.flatMap(({ file }) => (file === undefined ? [] : [file.split('/').at(-1)]));
    expect(files.sort()).toEqual(mails.map(({ name }) => name));
    expect(mails.filter(aboutReception)).toHaveLength(1);
    expect(id).toBe('0763-26-0001');
  });

  test('a file is a mail that cannot be delivered by mistake and asks for no automatic answer', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    await database.sweep('2026-03-10');
    const { headers, body } = parseMail(database.mails().find(aboutReception)?.text ?? '');
    expect(Object.fromEntries(headers)).toMatchObject({
      'auto-submitted': 'auto-generated',
      from: 'Etapp <etapp@localhost>',
      to: matching(/^[a-z-]+@0763\.invalid$/),
      date: 'Tue, 10 Mar 2026 11:00:00 +0000',
      'message-id': matching(/^<[0-9a-f-]{36}@localhost>$/),
      'mime-version': '1.0',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(headers.get('subject')).toMatch(/^Etapp: .+ senast 2026-03-13 \(0763-26-0001\)$/);
    expect(body).toContain('https://etapp.example/arende/0763-26-0001');
    expect(body).toContain('fredag 13 mars 2026 (om 3 dagar)');
  });

  test('no message holds a date of birth or anything else that a fact says', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    await database.sweep('2026-03-10');
    for (const { text } of database.mails()) {
      const { headers, body } = parseMail(text);
      const said = [...headers.values(), body].join('\n');
      for (const secret of [BORN, '19900517', '900517', '17 maj 1990', 'UtlL', 'anvisad', '2026-01-12'])
        expect(said).not.toContain(secret);
    }
    const stored = JSON.stringify(database.outside.prepare('SELECT payload FROM outbox').all());
    expect(stored).not.toContain(BORN);
  });

  test('writing a message a second time after a crash leaves one file', async () => {
    const database = await reminding();
    await database.caseWith(awaitingReception);
    await database.sweep('2026-03-10');
    const before = database.mails().map(({ name }) => name);
    // As if the process had died between writing the files and noting that it had.
    await database.store.dataSource.query('UPDATE outbox SET sent_at = NULL, next_attempt_at = 0');
    database.clock.pass(1);
    const again = await database.sweep();
    expect(again.sent).toBe(before.length);
    expect(database.mails().map(({ name }) => name)).toEqual(before);
  });
});

describe('over SMTP', () => {
  test('a message goes to the address of the unit or party, once', async () => {
    const server = await mailServer();
    const { sweep, database } = await toBeSent(server);
    await sweep();
    await sweep();
    const mails = server.received.map((text) => parseMail(text)).filter(({ body }) => body.includes('2016:39 10 §'));
    expect(mails.map(({ headers }) => headers.get('to'))).toEqual(['mottagande@kommunen.example']);
    expect(bosattning(database)).toContain('fore-3 sent');
  });

  test('a step whose unit and party have no address fails, and says why', async () => {
    const { sweep, service } = await toBeSent(await mailServer(), 'regionen: vard@regionen.example\n');
    const swept = await sweep();
    expect(swept.sent).toBe(0);
    const reception = swept.reminders.find(({ process, level }) => process === 'bosattning' && level === 'fore-3');
    expect(reception).toMatchObject({
      status: 'failed',
      error: matching(/Adress saknas för .*ETAPP_ADDRESSES/),
    });
    const shown = await service.listOutgoing(demonstrationViewer);
    expect(shown.find(({ process, level }) => process === 'bosattning' && level === 'fore-3')).toMatchObject({
      status: 'failed',
      attempts: 1,
      error: reception?.error,
    });
  });

  test('a refused message is seen as failed, waits, and is sent when the server takes it', async () => {
    const server = await mailServer();
    const { sweep, database } = await toBeSent(server);
    server.refuse('451 try again later');
    const refused = await sweep();
    expect(refused.sent).toBe(0);
    expect(refused.failed).toBeGreaterThan(0);
    expect(refused.reminders.find(({ status }) => status === 'failed')?.error).toMatch(/451/);
    server.refuse(undefined);
    database.clock.pass(14);
    expect(await sweep()).toMatchObject({ sent: 0, failed: 0 });
    database.clock.pass(1);
    expect(await sweep()).toMatchObject({ created: 0, sent: refused.failed, failed: 0 });
    expect(bosattning(database)).toContain('fore-3 sent');
    expect(database.outside.prepare('SELECT count(*) FROM outbox WHERE last_error IS NOT NULL').pluck().get()).toBe(0);
  });

  test('a server that cannot be reached is tried a few times and the other messages wait', async () => {
    const server = await mailServer();
    const { sweep, database } = await toBeSent(server);
    for (let count = 0; count < 6; count += 1) await database.caseWith(awaitingReception);
    database.clock.set('2026-03-10');
    await server.stop();
    const swept = await sweep();
    expect(swept).toMatchObject({ sent: 0, failed: 3 });
    expect(swept.reminders.filter(({ status }) => status === 'pending').length).toBeGreaterThan(0);
    expect(JSON.stringify(swept)).toMatch(/ECONNREFUSED/);
  });

  test('a message is given up after eight attempts and stays failed', async () => {
    const server = await mailServer();
    server.refuse('550 no such box');
    const { sweep, database } = await toBeSent(server);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect((await sweep()).failed).toBeGreaterThan(0);
      await database.store.dataSource.query('UPDATE outbox SET next_attempt_at = 0 WHERE next_attempt_at IS NOT NULL');
    }
    server.refuse(undefined);
    expect(await sweep()).toMatchObject({ sent: 0, failed: 0 });
    const kept = database.outside
      .prepare('SELECT attempts, next_attempt_at, last_error FROM outbox WHERE attempts = 8')
      .all();
    expect(kept[0]).toMatchObject({ attempts: 8, next_attempt_at: null, last_error: matching(/550/) });
    expect(bosattning(database)).toContain('fore-3 failed');
  });
});

describe('a message that is no longer needed', () => {
  test('is withdrawn when a fact has discharged the step', async () => {
    const server = await mailServer();
    server.refuse('451 try again later');
    const { sweep, database, id } = await toBeSent(server);
    await sweep();
    await database.record(id, ['bosattning.mottagen', '2026-03-10', { kommun: '0763' }]);
    server.refuse(undefined);
    const swept = await sweep();
    expect(swept.withdrawn).toBeGreaterThan(0);
    expect(bosattning(database).sort()).toEqual(['fore-14 overtaken', 'fore-3 withdrawn', 'fore-30 overtaken']);
    database.clock.pass(60);
    await sweep();
    expect(server.received.filter((text) => aboutReception({ text }))).toEqual([]);
  });

  test('is withdrawn also when the step was discharged before the sweep got to sending', async () => {
    const database = await reminding();
    const id = await database.caseWith(awaitingReception);
    const stopping = new AbortController();
    database.clock.set('2026-02-11');
    const stop = database.store.writePath.onCommitted(() => stopping.abort());
    await database.sweep(undefined, { signal: stopping.signal });
    stop();
    expect(bosattning(database)).toEqual(['fore-30 pending']);
    await database.record(id, ['bosattning.mottagen', '2026-02-11', { kommun: '0763' }]);
    await database.sweep();
    expect(bosattning(database)).toEqual(['fore-30 withdrawn']);
  });

  test('is overtaken when a later level of the same step has come while it waited', async () => {
    const server = await mailServer();
    server.refuse('451 try again later');
    const { sweep, database } = await toBeSent(server);
    await sweep();
    server.refuse(undefined);
    database.clock.set('2026-03-13');
    await sweep();
    expect(bosattning(database).sort()).toEqual([
      'fore-14 overtaken',
      'fore-3 overtaken',
      'fore-30 overtaken',
      'pa-dagen sent',
    ]);
    expect(server.received.filter((text) => aboutReception({ text }))).toHaveLength(1);
  });
});

test('outgoing reminders are listed with what became of them, the newest first', async () => {
  const database = await reminding();
  await database.caseWith(awaitingReception);
  await database.sweep('2026-02-11');
  await database.sweep('2026-02-27');
  const listed = await database.service().listOutgoing(demonstrationViewer);
  const reception = listed.filter(({ process }) => process === 'bosattning');
  expect(levelsOf(reception)).toEqual(['fore-14 sent', 'fore-30 sent']);
  expect(reception[0]).toMatchObject({
    party: 'kommun',
    attempts: 1,
    nextAttemptAt: null,
    error: null,
    sentAt: Date.parse('2026-02-27T11:00:00Z'),
  });
});
