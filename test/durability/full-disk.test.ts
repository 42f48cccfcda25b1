/**
 * A disk that is full. Whatever was answered stays, whatever cannot be stored is turned away whole and in words that say
 * what to do, and when there is room again the server goes on by itself. If this broke, half a fact could be stored, or
 * somebody would have to know that Etapp needs a restart.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sqliteHandle } from '../../src/database/data-source.js';
import { storageFault } from '../../src/database/storage-fault.js';
import { type Etapp, permit, startEtapp, TODAY } from '../features/http/etapp-server.js';
import { faults, newFolder, opened } from './places.js';

const AT = Date.parse(`${TODAY}T11:00:00Z`);

describe('a server whose database has reached its quota', () => {
  let etapp: Etapp;
  beforeAll(async () => (etapp = await startEtapp()));
  afterAll(() => etapp.stop());

  const quota = (pages: number) => sqliteHandle(etapp.store.dataSource).pragma(`max_page_count = ${pages}`);
  const pages = () => sqliteHandle(etapp.store.dataSource).pragma('page_count', { simple: true }) as number;

  const open = () => etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '0763' });
  const record = (id: string) => etapp.post(`/api/v1/cases/${id}/facts`, permit, { 'idempotency-key': `permit-${id}` });

  test('answers 507 in Swedish and English, keeps all it has answered for, stores nothing in part, and goes on when there is room', async () => {
    const cases = (await Promise.all(Array.from({ length: 60 }, open))).map(({ body }) => body.id as string);
    quota(pages() + 20);
    const answers = await Promise.all(cases.map(record));
    const turnedAway = answers.filter(({ status }) => status !== 201);
    const answered = answers.filter(({ status }) => status === 201);
    expect(turnedAway.length).toBeGreaterThan(0);
    for (const { status, type, body } of turnedAway) {
      expect([status, type, body.type]).toEqual([507, 'application/problem+json', '/problem/storage-full']);
      expect(body.detail).toMatch(/Ingenting har sparats.*full.*frigöra utrymme/);
      expect(body.detailEn).toMatch(/Nothing was saved.*full.*free space/);
    }
    expect(etapp.rows('facts')).toBe(answered.length);
    expect(await faults(etapp.store, AT)).toEqual([]);
    // Reading goes on as if nothing had happened.
    expect((await etapp.get(`/api/v1/cases/${cases[0]}`)).status).toBe(200);

    quota(1_000_000);
    const again = await Promise.all(cases.map(record));
    expect(again.map(({ status }) => status)).toEqual(cases.map(() => 201));
    expect(etapp.rows('facts')).toBe(cases.length);
    const ids = new Set(again.map(({ body }) => body.fact.id as string));
    expect(answered.every(({ body }) => ids.has(body.fact.id as string))).toBe(true);
    expect(await faults(etapp.store, AT)).toEqual([]);
  });
});

describe('the command line on a disk that takes no more', () => {
  // A limit on the size of files is the one kind of full disk that a test can make without being root.
  const etapp = (folder: string, blocks: string, ...argv: string[]) =>
    spawnSync(
      'sh',
      ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, 'dist/src/cli.js', ...argv],
      { env: { PATH: process.env['PATH'], ETAPP_DB: `sqlite:${join(folder, 'etapp.db')}` }, encoding: 'utf8' },
    );

  test('ends with 1, says what to do in both languages, stores nothing in part, and works again when there is room', async () => {
    const folder = newFolder();
    const open = ['open', '--subject', 'deltagare', '--kommun', '0763', '--json'];
    expect(etapp(folder, 'unlimited', ...open).status).toBe(0);
    const full = etapp(folder, '8', ...open);
    expect(full.status).toBe(1);
    expect(JSON.parse(full.stdout)).toMatchObject({
      status: expect.any(Number),
      detail: expect.stringMatching(/Ingenting har sparats.*utrymme/),
      detailEn: expect.stringMatching(/Nothing was saved.*space/),
    });
    expect(full.stderr).not.toMatch(/\bat .*\.js:\d+/);
    const place = { db: `sqlite:${join(folder, 'etapp.db')}` };
    expect(await opened(place, (store) => faults(store, AT))).toEqual([]);
    expect(JSON.parse(etapp(folder, 'unlimited', ...open).stdout)).toMatchObject({
      id: expect.stringMatching(/^0763-\d\d-0002$/),
    });
  });
});

describe('what keeps a database from storing', () => {
  test.each([
    ['SQLITE_FULL', 'full'],
    ['53100', 'full'],
    ['SQLITE_IOERR_WRITE', 'unwritable'],
    ['SQLITE_READONLY_DBMOVED', 'unwritable'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
  ])('is told by its code: %s', (code, fault) => {
    expect(storageFault(Object.assign(new Error('x'), { code }))).toBe(fault);
    expect(storageFault({ driverError: { code } })).toBe(fault);
  });

  test('is nothing in what is no error of storage', () => {
    expect([undefined, null, 'x', new Error('SQLITE_FULL')].map(storageFault)).toEqual(Array(4).fill(undefined));
  });
});
