/** What the page of a case tells of the time that has been used and of the time ahead. */
import { CasePageView } from '../../../src/web/case-view.js';
import { render } from '../../../src/web/page.js';
import { faults, parse, words } from './html.js';
import { action, context, found } from './shown.js';

const casePage = (changes: Parameters<typeof found>[0] = {}): string =>
  render(CasePageView({ found: found(changes), rewound: false, context: context('/arende/0763-26-0001') }));

describe('what is ahead', () => {
  const passed = {
    type: 'fonstret.stangt',
    process: 'etableringsprogrammet',
    instance: null,
    dateName: 'fonsterslut',
    label: '',
    title: '',
    moved: [],
    reckoned: { date: '2026-03-09', kind: 'entitlement', certainty: 'assumed', rules: [], inputs: {} },
  } as const;
  const day = {
    on: '2026-03-10',
    due: [action({ due: '2026-03-10', overdueDays: 0 })],
    passed: [passed],
    facts: [],
    opened: [{ action: action({ process: 'etableringsprogrammet', state: 'vantarPaOverlamning' }), follows: passed }],
    closed: [],
    changed: [],
  } as const;
  const ahead = (days: unknown[]) => ({
    case: '0763-26-0001',
    asOf: '2026-03-02',
    until: '2026-06-02',
    complete: false,
    limits: [],
    owed: [],
    days,
  });
  const page = (days: unknown[], url = '/') =>
    render(CasePageView({ found: found(), rewound: false, ahead: ahead(days) as never, context: context(url) }));

  test('tells what passes, what begins to be awaited and what falls due, in both languages', () => {
    const text = words(parse(page([day]))).replace(/\s+/g, ' ');
    expect(text).toContain('Om inget mer görs');
    expect(text).toContain('Den yttersta tiden för att delta har gått ut');
    expect(text).toContain('Börjar väntas: Kommunen: Lämna över till nästa stöd');
    expect(text).toContain('Sista dag: Kommunen: Ta emot eleven till sfi');
    expect(faults(page([day]))).toEqual([]);
    expect(faults(page([day], '/?lang=en'), 'en')).toEqual([]);
  });

  test('says so when nothing happens', () => {
    expect(words(parse(page([])))).toContain('Inget händer av sig självt till och med 2026-06-02.');
  });
});

describe('the ledger of the programme time', () => {
  test('tells each stretch, what counted of it and why not, the sum and what is left', () => {
    const text = words(parse(casePage()));
    for (const told of [
      '130,5 av 522 heltidsdagar är använda och 391,5 är kvar.',
      'Kartläggning och handlingsplan ligger utöver tiden med insatser',
      'av 20 dagar',
      '50 %',
    ])
      expect(text).toContain(told);
  });

  test('shows both readings side by side, with the one in force marked', () => {
    const text = words(parse(casePage())).replace(/\s+/g, ' ');
    expect(text).toContain('Läsning A Ja. 130,5 av 522 heltidsdagar, yttersta dag 2028-03-10');
    expect(text).toContain('Läsning B gäller Nej. 130,5 av 522 heltidsdagar, yttersta dag 2028-01-10');
  });

  test('is left out where there is nothing to account for', () => {
    expect(casePage({ ledgers: [] })).not.toContain('liggare-');
  });
});
