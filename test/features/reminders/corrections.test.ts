/** A reminder that was sent and turned out to be wrong is put right, once, to whoever got it. */
import { demonstrationViewer } from '../../../src/auth/viewer.js';
import type { FactToRecord } from '../../../src/cases/recording.js';
import { startMailServer } from './mail-server.js';
import { parseMail } from './mail-text.js';
import { awaitingReception, BORN, dispose, levelsOf, type Reminding, reminding } from './reminding.js';

afterEach(dispose);

/** What was said of the day that turned out to be wrong; the right one has reminders of its own. */
const reception = (database: Reminding) =>
  levelsOf(database.stored('bosattning').filter(({ due }) => due === '2026-03-13')).sort();
const bodies = (database: Reminding): string[] => database.mails().map(({ text }) => parseMail(text).body);
const putRight = (database: Reminding): string[] => bodies(database).filter((body) => body.includes('Rättelse av'));

/** The reception was reminded of on 11 February, thirty days before 13 March. */
async function reminded() {
  const database = await reminding();
  const id = await database.caseWith(awaitingReception);
  await database.sweep('2026-02-11');
  expect(reception(database)).toEqual(['fore-30 sent']);
  database.clock.set('2026-02-20');
  const { facts } = await database.cases.find(demonstrationViewer, id);
  const assigned = facts.find(({ type }) => type === 'bosattning.anvisad')!.id;
  const record = async (fact: FactToRecord, dryRun = false) => {
    const recording = await database.cases.record(demonstrationViewer, id, fact, { dryRun });
    if (!recording.accepted) throw new Error(JSON.stringify(recording.refusal));
    database.clock.pass(1);
    return recording;
  };
  const later: FactToRecord = {
    type: 'bosattning.anvisad',
    on: '2026-01-20',
    data: { kommun: '0763', senast: '2026-03-20' },
    corrects: assigned,
    reason: 'fel-innehall',
  };
  const withdrawal: FactToRecord = { type: 'fakta.aterkallat', on: '2026-02-20', corrects: assigned };
  return { database, id, assigned, record, later, withdrawal };
}

test('a corrected day is told to whoever was reminded of the old one, from old to new, with ground and link', async () => {
  const { database, id, record, later } = await reminded();
  await record(later);
  await database.sweep();
  expect(reception(database)).toEqual(['fore-30 sent', 'rattelse sent']);
  const [body = ''] = putRight(database);
  expect(body).toContain('fredag 13 mars 2026');
  expect(body).toContain('fredag 20 mars 2026');
  expect(body).toContain('2016:39');
  expect(body).toContain(`https://etapp.example/arende/${id}`);
});

test('a step that should never have been reminded of is told to be awaited no longer', async () => {
  const { database, record, withdrawal } = await reminded();
  await record(withdrawal);
  await database.sweep();
  const [body = ''] = putRight(database);
  expect(body).toContain('Det som gäller nu: väntas inte längre från er');
  expect(body).toContain('Grund: 2016:39');
});

test('the message says nothing of what the facts say, and the log holds no address', async () => {
  const { database, record, later } = await reminded();
  await record(later);
  await database.sweep();
  for (const secret of [BORN, 'UtlL', '2026-01-20']) expect(putRight(database).join('\n')).not.toContain(secret);
});

test('it is sent once, however often the sweep runs and whatever else is recorded', async () => {
  const { database, record, later } = await reminded();
  await record(later);
  await database.sweep();
  await database.sweep();
  await record({ type: 'sfi.anmald', on: '2026-02-19' });
  await database.sweep('2026-02-23');
  expect(putRight(database)).toHaveLength(1);
});

test('a step that was done, also when it is learnt late, needs no correction', async () => {
  const { database, record } = await reminded();
  const { diff } = await record({ type: 'bosattning.mottagen', on: '2026-02-09', data: { kommun: '0763' } });
  expect(diff.reminders).toEqual({ wrong: [], withdrawn: [] });
  await database.sweep();
  expect(putRight(database)).toEqual([]);
});

test('a fact that moves nothing back in time makes no reminder wrong', async () => {
  const { database, record } = await reminded();
  await record({ type: 'folkbokforing.anmald', on: '2026-02-19' });
  await database.sweep();
  expect(putRight(database)).toEqual([]);
});

test('a message that has not left is withdrawn instead, and nobody gets a correction of what never came', async () => {
  const database = await reminding();
  const server = await startMailServer();
  server.refuse('451 try again later');
  const id = await database.caseWith(awaitingReception);
  const addresses = database.write('adresser.yaml', 'kommun: mottagande@kommunen.example\n');
  const service = database.service({ ETAPP_SMTP_URL: server.url, ETAPP_ADDRESSES: addresses });
  database.clock.set('2026-02-11');
  await service.sweep(demonstrationViewer);
  const { facts } = await database.cases.find(demonstrationViewer, id);
  const recording = await database.cases.record(demonstrationViewer, id, {
    type: 'fakta.aterkallat',
    on: '2026-02-11',
    corrects: facts[1]!.id,
  });
  expect(recording).toMatchObject({
    diff: {
      reminders: {
        wrong: [],
        withdrawn: [{ process: 'bosattning', level: 'fore-30', due: { from: '2026-03-13', to: null } }],
      },
    },
  });
  server.refuse(undefined);
  database.clock.pass(60);
  await service.sweep(demonstrationViewer);
  expect(reception(database)).toEqual(['fore-30 withdrawn']);
  await server.stop();
});

test('a correction that was itself a mistake is not sent if it is taken back in time', async () => {
  const { database, record, later, id } = await reminded();
  const stopping = new AbortController();
  await record(later);
  const stop = database.store.writePath.onCommitted(() => stopping.abort());
  await database.sweep(undefined, { signal: stopping.signal });
  stop();
  expect(reception(database)).toContain('rattelse pending');
  const { facts } = await database.cases.find(demonstrationViewer, id);
  database.clock.pass(1);
  await record({ type: 'fakta.aterkallat', on: '2026-02-20', corrects: facts.at(-1)!.id, reason: 'rattelsen-var-fel' });
  await database.sweep();
  expect(reception(database)).toEqual(['fore-30 sent', 'rattelse withdrawn']);
  expect(putRight(database)).toEqual([]);
});

test('the preview tells which reminders would be wrong, exactly as recording does', async () => {
  const { record, later } = await reminded();
  const preview = await record(later, true);
  expect(preview.diff.reminders).toEqual({
    wrong: [
      {
        process: 'bosattning',
        instance: null,
        state: 'vantarPaMottagande',
        recipient: preview.diff.reminders.wrong[0]?.recipient,
        level: 'fore-30',
        due: { from: '2026-03-13', to: '2026-03-20' },
      },
    ],
    withdrawn: [],
  });
  expect((await record(later)).diff).toEqual(preview.diff);
});
