/**
 * The days on which the law changes. Every change is an entry in machines/law and nothing else: on one side of the day
 * the old wording answers, on the other the new one, and a case that spans the day follows them without a line of code.
 */
import type { Citation, PlainDate } from '../../machines/grammar/index.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { amountInWords, certaintyOf } from '../../src/engine/law/certainty.js';
import { amountOf, type EntryPeriod, LawError } from '../../src/engine/law/statute-book.js';
import { given, upToPlan } from '../support/given.js';
import { book } from '../support/law.js';

/** The value on a day, `60 timmar`; what the law answers when it does not: `inte i kraft`. */
const on = (day: PlainDate, citation: Citation, value: string): string =>
  answered(() => words(book.entry(citation, value, day)));

/** The provision's own time limit on a day; `ingen tid` where the wording gives none. */
const limitOn = (day: PlainDate, citation: Citation): string =>
  answered(() => words(book.deadline(citation, day).period));

function words({ entry, confidence }: EntryPeriod): string {
  if (entry.none !== undefined) return 'ingen tid';
  const certainty = certaintyOf({ ...entry, confidence });
  const sure = ['settled', 'authority-decides'].includes(certainty) ? '' : `, ${certainty}`;
  return `${amountInWords(amountOf(entry))}${sure}`;
}

function answered(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof LawError && error.slug === 'law-not-in-force') return 'inte i kraft';
    throw error;
  }
}

const inForce = (day: PlainDate, citation: Citation): string =>
  book.inForce(citation, day) ? 'i kraft' : 'inte i kraft';

type Answer = (day: PlainDate) => string;
const value =
  (citation: Citation, name: string): Answer =>
  (day) =>
    on(day, citation, name);
const limit =
  (citation: Citation): Answer =>
  (day) =>
    limitOn(day, citation);
const force =
  (citation: Citation): Answer =>
  (day) =>
    inForce(day, citation);
/** The amending act or note of the wording that applies on the day. */
const wording =
  (citation: Citation): Answer =>
  (day) => {
    const last = book
      .find(citation)
      .provision.wordings?.filter(({ since }) => since <= day)
      .at(-1);
    return last?.by ?? last?.note ?? 'ursprunglig';
  };

/** First day of the new wording, what changes, the answer the day before, the answer on the day. */
const changes: [day: PlainDate, what: string, ask: Answer, before: string, after: string][] = [
  ['2018-01-01', '2017:584 – the act comes into force', force('2017:584 1 §'), 'inte i kraft', 'i kraft'],
  ['2018-01-01', '2017:820 – the programme comes into force', force('2017:820 1 §'), 'inte i kraft', 'i kraft'],
  [
    '2018-01-01',
    '2017:819 – compensation by Försäkringskassan',
    force('2017:819 10 kap. 3 §'),
    'inte i kraft',
    'i kraft',
  ],
  ['2018-01-01', '2010:1138 4 § – one year from the start', limit('2010:1138 4 §'), 'inte i kraft', '1 år'],
  ['2018-01-02', '2017:1172 – arbetsträning', value('2017:820 13 a §', 'longest'), 'inte i kraft', '6 månader'],
  [
    '2018-01-02',
    '2017:1172 – förstärkt arbetsträning',
    value('2017:820 13 b §', 'longest'),
    'inte i kraft',
    '12 månader',
  ],
  ['2018-01-02', '2017:1172 – bristyrkesutbildning', value('2017:820 13 d §', 'longest'), 'inte i kraft', '24 månader'],
  ['2018-05-01', '2018:48 – subsidised jobs', wording('2017:820 13 §'), '2017:1172', '2018:48'],
  ['2018-07-01', '2017:900 44 § – appeal in three weeks', limit('2017:900 44 §'), 'inte i kraft', '3 veckor'],
  ['2018-07-01', '2017:900 12 § – a slow case', value('2017:900 12 §', 'requestAfter'), 'inte i kraft', '6 månader'],
  ['2020-02-01', '2019:1310 – more hours', value('2010:1138 5 §', 'hours'), '60 timmar', '100 timmar'],
  ['2021-04-15', '2021:127 – intensiv praktik', value('2017:820 13 e §', 'longest'), 'inte i kraft', '6 månader'],
  ['2022-03-01', '2022:39 – kunskapscertifikat', limit('2017:820 16 a §'), 'inte i kraft', '6 månader'],
  [
    '2022-04-01',
    '2017:819 4 kap. 3 § – karensdag',
    value('2017:819 4 kap. 3 §', 'qualifyingDays'),
    'inte i kraft',
    '1 dag',
  ],
  ['2022-04-01', '2022:21 – certificate', value('2017:819 4 kap. 2 §', 'certificateAfter'), 'inte i kraft', '7 dagar'],
  ['2022-08-01', '2022:109 – the duty to provide', force('2010:800 20 kap. 3 a §'), 'inte i kraft', 'i kraft'],
  [
    '2022-08-01',
    '2022:109 – its hours',
    value('2010:800 20 kap. 33 c §', 'coherentHours'),
    'inte i kraft',
    '23 timmar',
  ],
  ['2022-08-01', '2022:109 – its plan', force('2010:800 20 kap. 33 d §'), 'inte i kraft', 'i kraft'],
  ['2022-12-01', '2022:813 – the plan is renewed', limit('2000:628 6 § 3 st'), 'ingen tid', '6 månader'],
  ['2022-12-01', '2022:1353 – agreements on arbetsträning', wording('2017:820 13 a §'), 'ursprunglig', '2022:1353'],
  ['2022-12-01', '2022:1244 – 7 § is repealed', force('2017:584 7 §'), 'i kraft', 'inte i kraft'],
  [
    '2022-12-01',
    'OSL 28 kap. 11 § – openness presumed',
    wording('2009:400 28 kap. 11 §'),
    'ursprunglig',
    'rakt skaderekvisit',
  ],
  ['2023-01-01', '2022:895 – the upper age', value('2017:584 1 §', 'upperAge'), '65 år', '66 år'],
  ['2023-01-01', 'the upper age of SO', value('2013:156 1 a §', 'upperAge'), '65 år', '66 år'],
  ['2023-07-02', '2022:1640 – anpassad gymnasieskola', wording('2017:820 5 §'), 'ursprunglig', '2022:1640'],
  ['2023-11-01', '2023:553 – an earlier kartläggning', value('2017:820 11 §', 'mappingReuse'), 'nej, assumed', 'ja'],
  ['2024-01-01', '2023:558 – the list of activities', wording('2017:820 13 §'), '2022:1640', '2023:558'],
  [
    '2024-06-17',
    '2024:319, unread – reception',
    value('2016:39 10 §', 'receiveMonths'),
    '2 månader',
    '2 månader, assumed',
  ],
  ['2024-11-01', '2024:692 – four weeks to notify', limit('1991:481 26 § 2 st'), 'ingen tid', '4 veckor'],
  ['2024-11-01', '2024:691 – protection', value('2024:691 5 §', 'notDuring'), 'inte i kraft', '12 månader'],
  ['2024-11-01', 'its old rule', value('1991:481 4 § 2 st', 'temporaryProtectionStay'), '3 år', 'inte i kraft'],
  ['2025-01-01', '2024:1224 – whom SO is for', wording('2013:156 2 §'), 'ursprunglig', '2024:1224'],
  ['2025-02-01', '2024:1320 – intensiv praktik ends', force('2017:820 13 e §'), 'i kraft', 'inte i kraft'],
  ['2025-02-01', '2024:1320 – kunskapscertifikat ends', force('2017:820 16 a §'), 'i kraft', 'inte i kraft'],
  ['2025-02-01', '2024:1320, unread – the list', wording('2017:820 13 §'), '2023:558', '2024:1320'],
  ['2025-03-01', '2025:57 – LMA outside asylboende', value('1994:137 8 §', 'month'), 'okänt, unknown', '1 månad'],
  ['2025-03-01', '2025:57 – dagersättning in asylboende', force('1994:137 8 a §'), 'inte i kraft', 'i kraft'],
  [
    '2025-03-01',
    '2025:68, inferred – window',
    value('2017:820 15 § 2 st', 'window'),
    '36 månader',
    '36 månader, assumed',
  ],
  ['2025-04-01', '2025:226 – whom SO is for', wording('2013:156 2 §'), '2024:1224', '2025:226'],
  [
    '2025-10-01',
    '2024:1358 – what makes the steps begin again',
    value('2017:819 6 kap.', 'resetTest'),
    'arbetsvillkor (1997:238)',
    'inkomstvillkor (2024:506 3 kap. 2 §)',
  ],
  [
    '2025-10-01',
    '2024:1358 – reasons for another length',
    value('2017:819 6 kap. 5 §', 'test'),
    'förmildrande eller försvårande omständigheter',
    'särskilda skäl',
  ],
  ['2025-10-01', '2024:1358 – merging', value('2017:819 6 kap. 9 a §', 'merged'), 'inte i kraft', 'ja'],
  ['2025-12-01', 'OSL 10 kap. 15 a § – fraud only', force('2009:400 10 kap. 15 a §'), 'inte i kraft', 'i kraft'],
  ['2026-01-01', '2022:896 – riktålder', value('2017:584 1 §', 'upperAge'), '66 år', '67 år, assumed'],
  ['2026-01-01', '2022:894 – the same for SO', value('2013:156 1 a §', 'upperAge'), '66 år', '67 år, assumed'],
  ['2026-01-01', '2025:311, unread – the window', wording('2017:820 15 § 2 st'), '2025:68', '2025:311'],
  ['2026-01-01', '2025:311, unread – 15 a §', value('2017:820 15 a §', 'extension'), 'inte i kraft', 'okänt, unknown'],
  ['2026-01-01', '2025:1311 – sfi for three years', value('2010:800 20 kap. 31 a §', 'right'), 'inte i kraft', '3 år'],
  [
    '2026-01-01',
    '2025:1311 – extension',
    value('2010:800 20 kap. 31 a §', 'extensionStep'),
    'inte i kraft',
    '6 månader',
  ],
  [
    '2026-01-01',
    '2025:1311 – received before',
    value('2010:800 20 kap. 31 a §', 'legacyAnchor'),
    'inte i kraft',
    '2026-01-01',
  ],
  ['2026-01-01', '2025:1311 – interruption', value('2010:800 20 kap. 9 a §', 'absence'), 'inte i kraft', '3 veckor'],
  ['2026-03-01', '2025:703 – kommun to AF', value('2000:625 1 a §', 'exchange'), 'inte i kraft', 'ja'],
  ['2026-03-01', '2025:704 – AF to kommun', value('2002:546 5 § 9 p', 'exchange'), 'inte i kraft', 'ja'],
];

test.each(changes)('%s: %s', (day, _, ask, before, after) => {
  expect([ask(calendar.dayBefore(day)), ask(day)]).toEqual([before, after]);
});

test('2025:400 – the new socialtjänstlag is in force from 2025-07-01', () => {
  expect(book.statutes.find(({ sfs }) => sfs === '2025:400')?.in_force).toBe('2025-07-01');
});

test('a case that began in 2024 crosses every boundary without standing still or being refused', () => {
  const told = upToPlan('2024-03-01', '2024-04-02');
  const boundaries = changes.map(([day]) => day).filter((day) => day > '2024-04-02');
  for (const day of new Set(boundaries)) {
    const position = given(...told).on(day);
    expect(position.misfits).toEqual([]);
    expect(given(...told).owedOn(day).length).toBeGreaterThan(0);
  }
});
