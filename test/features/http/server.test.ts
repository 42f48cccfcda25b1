import { afterEach, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { readConfig } from '../../../src/config.js';
import { startServer } from '../../../src/main.js';
import { type Etapp, openCase, permit, startEtapp } from './etapp-server.js';

const running: Etapp[] = [];
const start = async (): Promise<Etapp> => {
  const etapp = await startEtapp();
  running.push(etapp);
  return etapp;
};
afterEach(async () => {
  for (const etapp of running.splice(0)) await etapp.stop();
});

/** Reads a stream of events until it ends, or until enough has been told. */
async function* told(url: string): AsyncGenerator<string> {
  const { body } = await fetch(url);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}

test('those who listen are told which case has changed, never what', async () => {
  const etapp = await start();
  const stream = told(`${etapp.url}/api/v1/events`);
  expect((await stream.next()).value).toBe('retry: 3000');
  const id = await openCase(etapp, permit);
  const events = [await stream.next(), await stream.next()].map(({ value }) => value as string);
  expect(events).toEqual(Array(2).fill(`event: owed\ndata: ${JSON.stringify({ case: id, kommun: '0763' })}`));
  await stream.return(undefined);
});

test('a refusal and a preview tell those who listen nothing', async () => {
  const etapp = await start();
  const id = await openCase(etapp, permit);
  const stream = told(`${etapp.url}/api/v1/events`);
  await stream.next();
  await etapp.post(`/api/v1/cases/${id}/facts`, { type: 'sfi.paborjad', on: '2026-03-01' });
  await etapp.post(`/api/v1/cases/${id}/facts?dryRun=true`, { type: 'sfi.anmald', on: '2026-03-01' });
  const other = await etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '1480' });
  expect((await stream.next()).value).toContain(other.body.id);
  await stream.return(undefined);
});

test('a stopping server ends the streams, answers what it was asked and has written it', async () => {
  const etapp = await start();
  const ids = await Promise.all(Array.from({ length: 5 }, () => openCase(etapp, permit)));
  const stream = told(`${etapp.url}/api/v1/events`);
  await stream.next();
  const asked = ids.map((id) => etapp.post(`/api/v1/cases/${id}/facts`, { type: 'sfi.anmald', on: '2026-03-01' }));
  await Promise.race(asked);
  const stopped = etapp.server.close();
  const answers = await Promise.allSettled(asked);
  const accepted = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.status === 201).length;
  const facts = (await etapp.select('SELECT id FROM facts')).length;
  await stopped;
  expect(accepted).toBeGreaterThan(0);
  expect(facts).toBe(ids.length + accepted);
  for await (const event of stream) expect(event).toContain('owed');
  await expect(fetch(`${etapp.url}/health/live`)).rejects.toThrow();
});

test('the log has one line for each request, with the pattern of the address, and nothing that a fact says', async () => {
  const etapp = await start();
  const id = await openCase(etapp, permit);
  await etapp.post(`/api/v1/cases/${id}/facts`, { ...permit, data: { ...permit.data, fodd: '1991-12-24x' } });
  await etapp.post(`/api/v1/cases/${id}/facts`, '{"data":{"fodd":"1992-11-23"');
  await etapp.get(`/api/v1/cases/${id}?knownAt=1993-10-22`);
  await etapp.get('/nowhere/1994-09-21');
  const log = etapp.log.join('');
  for (const data of ['1990-05-17', '1991-12-24', '1992-11-23', '1993-10-22', '1994-09-21', 'UtlL', 'anvisad', 'fodd'])
    expect(log).not.toContain(data);
  const requests = etapp.log
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'request');
  expect(requests).toHaveLength(6);
  expect(requests[1]).toMatchObject({
    method: 'POST',
    route: '/api/v1/cases/:id/facts',
    status: 201,
    ms: expect.any(Number),
    case: id,
  });
  expect(requests.at(-1)).toMatchObject({ status: 404 });
});

test('a fault of ours is answered without its details and told in the log without its values', async () => {
  const etapp = await start();
  await etapp.store.dataSource.query('DROP TABLE owed_steps');
  const { status, body } = await etapp.get('/api/v1/next-actions?unit=hemlig-enhet');
  expect([status, body.type]).toEqual([500, '/problem/internal']);
  expect(JSON.stringify(body)).not.toContain('owed_steps');
  const log = etapp.log.join('');
  expect(log).toContain('a request failed');
  expect(log).not.toContain('hemlig-enhet');
});

test('the server refuses to answer other machines', async () => {
  for (const host of ['0.0.0.0', '192.168.1.20', '::', 'etapp.example']) {
    expect(() => readConfig({ ETAPP_HOST: host })).toThrow(
      /demonstration utan inloggning.*demonstration without login/s,
    );
    await expect(startServer({ ...readConfig({}), host })).rejects.toThrow(/ETAPP_HOST/);
  }
});

test('a name that somebody else has pointed at this machine is not answered', async () => {
  const etapp = await start();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(etapp.url);
    const asked = request(
      { hostname, port, path: '/api/v1/next-actions', headers: { host: 'etapp.example' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.on('error', reject).end();
  });
  expect(status).toBe(403);
});
