import { type Etapp, openCase, permit, startEtapp } from '../http/etapp-server.js';
import { faults, named, parse, words } from './html.js';

let etapp: Etapp;
let caseId: string;

interface Fetched {
  status: number;
  headers: Headers;
  html: string;
}

async function page(path: string): Promise<Fetched> {
  const response = await fetch(etapp.url + path);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

beforeAll(async () => {
  etapp = await startEtapp();
  caseId = await openCase(etapp, permit);
});

afterAll(() => etapp.stop());

const paths = () => ['/', `/arende/${caseId}`, '/om', '/problem', '/problem/not-awaited'];

describe('every page over HTTP', () => {
  test('is answered, well formed, kept by nobody and allowed nothing but its stylesheet', async () => {
    for (const path of paths()) {
      const { status, headers, html } = await page(path);
      expect([path, status]).toEqual([path, 200]);
      expect(faults(html)).toEqual([]);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
    }
  });

  test('leads only to pages that exist, in both languages', async () => {
    const links = new Set<string>();
    for (const path of paths())
      for (const { attributes } of named(parse((await page(path)).html), 'a', 'link'))
        if (attributes.href?.startsWith('/')) links.add(attributes.href.replaceAll('&amp;', '&'));
    expect(links.size).toBeGreaterThan(15);
    for (const link of links) expect([link, (await page(link)).status]).toEqual([link, 200]);
  });
});

describe('the stylesheet over HTTP', () => {
  test('may be kept for ever under its own name, and under no other', async () => {
    const { html } = await page('/');
    const address = named(parse(html), 'link')[0]?.attributes.href ?? '';
    const { status, headers } = await page(address);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(headers.get('cache-control')).toContain('immutable');
    expect((await page('/stil/app.000000000000.css')).status).toBe(404);
  });
});

describe('the queue over HTTP', () => {
  test('shows the steps of the case, with a link to it', async () => {
    const { html } = await page('/');
    expect(html).toContain(`href="/arende/${caseId}"`);
    expect(words(parse(html))).toContain('sett den 2026-03-02');
  });

  test('is narrowed by its filter', async () => {
    expect((await page('/?part=migrationsverket&enhet=&process=bosattning')).html).toContain(caseId);
    const nobody = await page('/?part=regionen');
    expect(nobody.html).not.toContain(caseId);
    expect(nobody.html).toContain('Ingen behöver agera i det här urvalet.');
  });

  test('goes on page by page without losing or repeating a step', async () => {
    for (let i = 0; i < 30; i++) await openCase(etapp, permit);
    const seen: string[] = [];
    for (let path: string | undefined = '/'; path;) {
      const tree = parse((await page(path)).html);
      const rows = named(tree, 'tbody').flatMap((body) => named(body, 'tr'));
      seen.push(...rows.map((row) => `${words(named(row, 'a')[0] ?? row)} ${words(named(row, 'th')[0] ?? row)}`));
      const next: string | undefined = named(tree, 'a').find(({ attributes }) => attributes.rel === 'next')?.attributes
        .href;
      path = next?.replaceAll('&amp;', '&');
    }
    expect(etapp.rows('owed_steps')).toBeGreaterThan(50);
    expect(seen).toHaveLength(etapp.rows('owed_steps'));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test.each(['/?part=af', '/?process=sfo', '/?efter=x', '/?kommun=1'])(
    'tells as a page what is wrong with %s',
    async (path) => {
      const { status, headers, html } = await page(path);
      expect(status).toBe(422);
      expect(faults(html)).toEqual([]);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(html).toContain('Det här behöver rättas');
    },
  );
});

describe('a case over HTTP', () => {
  test('never shows when somebody was born, whatever day it is looked at', async () => {
    for (const query of ['', '?lang=en', '?per=2027-01-01']) {
      const { html } = await page(`/arende/${caseId}${query}`);
      expect(html).not.toContain(permit.data.fodd);
      expect(html).not.toContain('1990');
    }
  });

  test('is shown as it will stand on a coming day', async () => {
    const { status, html } = await page(`/arende/${caseId}?per=2026-06-01`);
    expect(status).toBe(200);
    expect(words(parse(html))).toContain('Du ser ärendet som det står den 2026-06-01');
    expect((await page(`/arende/${caseId}?per=2026-02-30`)).status).toBe(422);
  });

  test('that does not exist is a page that says what to do', async () => {
    const { status, headers, html } = await page('/arende/0763-26-9999');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(faults(html)).toEqual([]);
    expect(words(parse(html))).toContain('Ärendet 0763-26-9999 finns inte.');
    expect(html).toContain('Gå till arbetskön');
  });

  test('cannot carry markup in its number', async () => {
    const { status, html } = await page('/arende/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(status).toBe(404);
    expect(html).not.toContain('<script');
  });
});

describe('a type of problem over HTTP', () => {
  test('that does not exist is a page too', async () => {
    const { status, html } = await page('/problem/okant');
    expect(status).toBe(404);
    expect(html).toContain('Det finns ingen feltyp «okant».');
  });

  test('is where the type of a problem document leads', async () => {
    const problem = JSON.parse((await page('/api/v1/cases/0763-26-9999')).html) as { type: string };
    expect(problem.type).toBe('/problem/not-found');
    expect((await page(problem.type)).status).toBe(200);
  });
});

describe('an address that leads nowhere', () => {
  const ask = (path: string, accept: string) => fetch(`${etapp.url}${path}`, { headers: { accept } });

  test('is a page for somebody who reads pages', async () => {
    const answer = await ask('/arendet/finns-inte', 'text/html,application/xhtml+xml');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('<h1');
  });

  test.each(['/arendet/finns-inte', '/api/v1/nowhere'])('is a problem document for a program: %s', async (path) => {
    const answer = await ask(path, path.startsWith('/api') ? 'text/html' : 'application/json');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
