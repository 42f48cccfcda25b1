import { aboutEtapp } from '../../../src/web/about.controller.js';
import { AboutView } from '../../../src/web/about-view.js';
import { CasePageView } from '../../../src/web/case-view.js';
import { ErrorView } from '../../../src/web/error-view.js';
import { render } from '../../../src/web/page.js';
import { ProblemsView, ProblemView } from '../../../src/web/problem-view.js';
import { queueChoices } from '../../../src/web/queue-choices.js';
import { type QueueProps, QueueView } from '../../../src/web/queue-view.js';
import { problemSlugs } from '../../../src/http/problems.js';
import { all, faults, named, parse, words } from './html.js';
import { action, context, found, library } from './shown.js';

const queue = (changes: Partial<QueueProps> = {}, url = '/'): string =>
  render(
    QueueView({
      page: { asOf: '2026-03-02', total: 1, actions: [action()], cursor: null },
      counts: [{ party: 'kommun', total: 3, late: 1 }],
      filter: { lateOnly: false },
      choices: queueChoices(library, context(url).names),
      continued: false,
      context: context(url),
      ...changes,
    }),
  );

const withActions = (...actions: ReturnType<typeof action>[]) =>
  words(parse(queue({ page: { asOf: '2026-03-02', total: actions.length, actions, cursor: null } })));

const casePage = (changes: Parameters<typeof found>[0] = {}, url = '/arende/0763-26-0001', rewound = false): string =>
  render(CasePageView({ found: found(changes), rewound, context: context(url) }));

const about = (url = '/om') => render(AboutView({ ...aboutEtapp(library), context: context(url) }));

describe('every page', () => {
  const pages: Record<string, (url: string) => string> = {
    queue: (url) => queue({}, url),
    case: (url) => casePage({}, url),
    about,
    problems: (url) => render(ProblemsView({ context: context(url) })),
    problem: (url) => render(ProblemView({ slug: 'not-awaited', context: context(url) })),
    error: (url) =>
      render(ErrorView({ slug: 'not-found', detail: 'Ärendet x finns inte.', errors: [], context: context(url) })),
  };
  for (const [name, page] of Object.entries(pages)) {
    test(`${name}: is well formed, labelled, in Swedish, without script, inline style or outside resource`, () => {
      expect(faults(page('/'))).toEqual([]);
    });
    test(`${name}: exists in English`, () => {
      expect(faults(page('/?lang=en'), 'en')).toEqual([]);
    });
    test(`${name}: says that it is a demonstration without login, and lets the menu be skipped`, () => {
      const html = page('/');
      expect(html).toContain('Demonstration utan inloggning.');
      expect(named(parse(html), 'a')[0]?.attributes.href).toBe('#innehall');
    });
  }
});

describe('the queue', () => {
  test('tells lateness, kind, party, unit, action, case and ground in words', () => {
    const text = withActions(action());
    for (const told of [
      '2026-02-14',
      '16 dagar sen',
      'mål i lag',
      'Kommunen',
      'Vuxenutbildningen',
      '2010:800 20 kap. 29 § 3 st',
      'skollagen',
      'K30',
    ])
      expect(text).toContain(told);
  });

  test('tells what is due today, in some days and without a date', () => {
    const ahead = { overdueDays: 0, dueKind: 'hard' } as const;
    const text = withActions(
      action({ ...ahead, due: '2026-03-02' }),
      action({ ...ahead, due: '2026-03-05' }),
      action({ ...ahead, due: null, dueKind: 'soft' }),
    );
    for (const told of ['i dag', 'om 3 dagar', 'utan datum', 'ingen fast dag i lag', 'gräns i lag'])
      expect(text).toContain(told);
  });

  test('marks what the agreement leaves open, and what is assumed', () => {
    const text = withActions(action({ gap: true, certainty: 'assumed', basis: 'R24' }));
    expect(text).toContain('Överenskommelsen säger inte vem');
    expect(text).toContain('antaget');
    expect(text).toContain('krav R24');
  });

  test('tells local and practical dates apart from law', () => {
    const text = withActions(action({ dueKind: 'local' }), action({ dueKind: 'practice' }));
    expect(text).toContain('enligt överenskommelsen');
    expect(text).toContain('praxis, inte lag');
  });

  test('links each tile to the queue of its party, and keeps the language', () => {
    const links = (html: string) => named(parse(html), 'a').map(({ attributes }) => attributes.href);
    expect(links(queue())).toContain('/?part=kommun');
    expect(links(queue({}, '/?lang=en'))).toContain('/?part=kommun&amp;lang=en');
    expect(links(queue({}, '/?part=kommun'))).toContain('/?part=kommun&amp;lang=en');
  });

  test('keeps what was chosen in the form', () => {
    const form = parse(
      queue({ filter: { party: 'kommun', process: 'sfi', kommun: '0763', unit: 'okand-enhet', lateOnly: true } }),
    );
    const chosen = named(form, 'option').filter(({ attributes }) => 'selected' in attributes);
    expect(chosen.map(({ attributes }) => attributes.value)).toEqual(['kommun', 'sfi', 'okand-enhet', '0763']);
    expect(named(form, 'input').some(({ attributes }) => attributes.id === 'sena' && 'checked' in attributes)).toBe(
      true,
    );
  });

  test('leads to the next page with the filter kept, and back to the first', () => {
    const page = { asOf: '2026-03-02', total: 80, actions: [action()], cursor: 'abc' } as const;
    const html = queue({
      page: { ...page, actions: [...page.actions] },
      filter: { party: 'kommun', lateOnly: true },
      continued: true,
    });
    expect(html).toContain('/?part=kommun&amp;sena=1&amp;efter=abc');
    expect(words(parse(html))).toContain('Till första sidan');
  });

  test('says so when nobody needs to act, with a way out of the filter', () => {
    const page = { asOf: '2026-03-02', total: 0, actions: [], cursor: null } as const;
    const empty = (filter: QueueProps['filter']) => words(parse(queue({ page: { ...page, actions: [] }, filter })));
    expect(empty({ lateOnly: true })).toContain('Ingen behöver agera i det här urvalet. Rensa urvalet');
    expect(empty({ lateOnly: false })).toContain('det finns inga öppna steg');
  });

  test('escapes what it is given', () => {
    expect(queue({ filter: { unit: '<script>alert(1)</script>', lateOnly: false } })).not.toContain('<script');
  });
});

describe('a case', () => {
  const text = words(parse(casePage()));

  test('says on top who must do what, by when, on what ground and how late', () => {
    expect(text).toContain('Kommunen ska agera nu');
    expect(text).toContain(
      'Skulle ha skett senast 2026-02-14 (16 dagar sen, mål i lag). Grund: skollagen (2010:800 20 kap. 29 § 3 st).',
    );
  });

  test('never shows a date of birth', () => {
    for (const url of ['/arende/x', '/arende/x?lang=en']) expect(casePage({}, url)).not.toContain('1990-05-17');
    expect(text).toContain('Födelsedatum: registrerad');
  });

  test('shows the labels of facts, fields and codes, and the Swedish day on which each was recorded', () => {
    for (const told of [
      'Uppehållstillstånd beviljat',
      'Inskriven som arbetssökande',
      'Väg in: Per telefon',
      'ersatt av en rättelse',
      '2026-01-10',
    ])
      expect(text).toContain(told);
  });

  test('tells where each process stands', () => {
    for (const told of ['Väntar på någon', 'Ingen behöver agera', 'Klar']) expect(text).toContain(told);
  });

  test('shows the programme time as a picture and says the same in a table', () => {
    const page = parse(casePage());
    const picture = named(page, 'svg')[0];
    expect(picture?.attributes.role).toBe('img');
    const table = words(named(page, 'table')[0] ?? page);
    const pictured = words(picture ?? page);
    for (const day of ['2025-01-10', '2026-03-02', '2028-01-10', '2028-03-10', '2027-06-01']) {
      expect(pictured).toContain(day);
      expect(table).toContain(day);
    }
    expect(table).toContain('antaget');
    expect(table).toContain('beräknat');
    expect(table).toContain('130,5 av 522');
  });

  test('keeps every place in the picture within it', () => {
    const places = all(parse(casePage())).flatMap(({ attributes }) =>
      ['x', 'x1', 'x2', 'width'].map((name) => attributes[name] ?? ''),
    );
    const percents = places.filter((place) => place.endsWith('%')).map((place) => Number(place.slice(0, -1)));
    expect(percents.length).toBeGreaterThan(10);
    for (const percent of percents) expect(percent).toBeGreaterThanOrEqual(0);
    for (const percent of percents) expect(percent).toBeLessThanOrEqual(100);
  });

  test('says that programme time cannot be computed yet, and that nobody acts, when it is so', () => {
    const bare = words(parse(casePage({ actions: [], window: null, facts: [] })));
    expect(bare).toContain('Programtiden går inte att räkna ut ännu');
    expect(bare).toContain('Ingen ska agera nu');
    expect(bare).toContain('Ingen uppgift är registrerad');
    expect(words(parse(casePage({ actions: [], status: 'closed' })))).toContain('Ärendet är avslutat');
  });

  test('draws a window of which only a part is known', () => {
    const window = { anchor: null, fonsterslut: null, programtidsslut: null, ledger: null };
    expect(faults(casePage({ window }))).toEqual([]);
    expect(faults(casePage({ window: { ...window, anchor: '2026-03-02' } }))).toEqual([]);
  });

  test('says when another day is shown', () => {
    expect(words(parse(casePage({}, '/arende/x?per=2026-03-02', true)))).toContain(
      'Du ser ärendet som det står den 2026-03-02',
    );
  });
});

describe('the page about Etapp', () => {
  test('names the versions, the agreement, the statutes and what nobody has confirmed', () => {
    const text = words(parse(about()));
    for (const told of [
      library.version,
      'Stöd för samordning av etableringsprogrammet (2024)',
      '(2017:820)',
      'antaget',
      '2025:311'.slice(0, 4),
    ])
      expect(text).toContain(told);
    expect(text).toContain('2017:820 15 § 2 st');
  });
});

describe('the pages of problems', () => {
  test.each(problemSlugs)('%s is explained in both languages', (slug) => {
    for (const [url, language] of [
      ['/', 'sv'],
      ['/?lang=en', 'en'],
    ] as const) {
      const html = render(ProblemView({ slug, context: context(url) }));
      expect(faults(html, language)).toEqual([]);
      expect(html).toContain(slug);
    }
  });
});
