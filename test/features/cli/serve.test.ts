/** The server, started from the command line. */
import { clearDesks, desk } from './etapp.js';

afterAll(clearDesks);

test('serve tells where it answers and who acts next, and stops when told to', async () => {
  const stop = new AbortController();
  const here = desk({ signal: stop.signal });
  await here.etapp('demo', '--participants', '12');
  let heard = '';
  const port = 20_000 + (process.pid % 20_000);
  const ended = here.etapp('serve', '--port', String(port)).then((end) => ((heard = end.out), end));
  const answer = await answering(`http://127.0.0.1:${port}/health/live`);
  stop.abort();
  const { status, out } = await ended;
  expect(answer).toBe(200);
  expect(status).toBe(0);
  expect(heard).toBe(out);
  expect(out).toContain(`Etapp svarar på http://127.0.0.1:${port}`);
  expect(out).toContain('Demonstration utan inloggning');
  expect(out).toContain('Vem agerar härnäst (10 av');
});

test('serve --demo fills an empty database first, and leaves one with cases alone', async () => {
  const stop = new AbortController();
  stop.abort();
  const here = desk({ signal: stop.signal });
  const first = await here.etapp('serve', '--port', '0', '--demo', '--json');
  const second = await here.etapp('serve', '--port', '0', '--demo', '--json');
  const total = (text: string) => (JSON.parse(text) as { total: number }).total;
  expect(total(first.out)).toBeGreaterThan(60);
  expect(total(second.out)).toBe(total(first.out));
});

test('serve refuses to answer others than this machine', async () => {
  const { status, err } = await desk({ env: { ETAPP_HOST: '0.0.0.0' } }).etapp('serve', '--port', '0');
  expect(status).toBe(2);
  expect(err).toContain('ETAPP_HOST');
});

/** The status of the first answer. */
async function answering(url: string): Promise<number> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return (await fetch(url)).status;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
