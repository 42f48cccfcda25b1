/**
 * Programme time as a picture: one line of days with its limits, and how much of the time with activities is used.
 * Places are percentages and letters keep their size, so that the picture can be read on a narrow screen too.
 */
import type { Certainty, PlainDate, Reckoned } from '../../machines/grammar/index.js';
import type { ProgrammeWindow } from '../cases/programme-window.js';
import { calendar } from '../engine/calendar/calendar.js';
import type { PageContext } from './page-context.js';

/** The day on which the case is looked at, and what it is called. */
export interface SeenDay {
  name: string;
  day: PlainDate;
}

interface PictureProps {
  window: ProgrammeWindow;
  seen: SeenDay;
  context: PageContext;
}

/** A day that the picture points out. */
interface Mark {
  kind: 'yttersta' | 'annan' | 'insatser';
  name: string;
  date: PlainDate;
  certainty: Certainty;
}

const TOP = 44;
const BAR = 26;
const ROW = 20;

export const ProgrammePicture = ({ window, seen, context }: PictureProps) => {
  const asOf = seen.day;
  const words = context.texts.case.window;
  const marks = marksOf(window, context);
  const from = window.anchor ?? window.ledger?.since ?? asOf;
  const until = [asOf, ...marks.map(({ date }) => date)].sort().at(-1) as PlainDate;
  const place = (day: PlainDate) => portion(calendar.daysBetween(from, day), calendar.daysBetween(from, until));
  const below = TOP + BAR + marks.length * ROW;
  return (
    <figure class="programtid">
      <svg
        width="100%"
        height={below + (window.ledger ? 66 : 6)}
        role="img"
        aria-labelledby="programtid-titel programtid-text"
      >
        <title id="programtid-titel">{words.pictureTitle}</title>
        <desc id="programtid-text">{words.pictureSays(describe(window, seen, marks, context))}</desc>
        <text x="0" y={13}>{`${words.anchor} ${from}`}</text>
        <rect class="ram" x="0" y={TOP} width={percent(place(window.fonsterslut?.date ?? until))} height={BAR} />
        <rect class="gangen" x="0" y={TOP} width={percent(place(asOf))} height={BAR} />
        {years(from, until).map((day) => (
          <Year day={day} at={place(day)} seen={place(asOf)} />
        ))}
        {marks.map((mark, row) => (
          <MarkLine mark={mark} at={place(mark.date)} bottom={TOP + BAR + (row + 1) * ROW} context={context} />
        ))}
        <line class="idag" x1={percent(place(asOf))} x2={percent(place(asOf))} y1={TOP - 4} y2={TOP + BAR + 4} />
        <Beside at={place(asOf)} y={TOP - 9} strong text={`${seen.name} ${asOf}`} />
        <Used window={window} y={below + 20} context={context} />
      </svg>
    </figure>
  );
};

function marksOf({ fonsterslut, programtidsslut }: ProgrammeWindow, { texts }: PageContext): Mark[] {
  const words = texts.case.window;
  const marks: Mark[] = [];
  if (fonsterslut) marks.push({ ...dayOf(fonsterslut), kind: 'yttersta', name: words.outerShort });
  if (fonsterslut?.otherReading)
    marks.push({
      kind: 'annan',
      name: words.otherShort,
      date: fonsterslut.otherReading.date,
      certainty: fonsterslut.certainty,
    });
  if (programtidsslut) marks.push({ ...dayOf(programtidsslut), kind: 'insatser', name: words.spentShort });
  // Earlier days first: their lines end above the names of later days, which stand to the left of their own lines.
  return marks.sort((a, b) => (a.date < b.date ? -1 : 1));
}

const dayOf = ({ date, certainty }: Reckoned): Pick<Mark, 'date' | 'certainty'> => ({ date, certainty });

function describe(
  { ledger, anchor }: ProgrammeWindow,
  seen: SeenDay,
  marks: readonly Mark[],
  { texts }: PageContext,
): string {
  const words = texts.case.window;
  const dates = marks.map(({ name, date, certainty }) =>
    [name, date, texts.due.certainty[certainty]].filter(Boolean).join(' '),
  );
  const used =
    ledger &&
    `${words.used} ${words.usedOf(String(Math.round(ledger.consumedFullTimeDays)), String(ledger.limitFullTimeDays))}`;
  return [anchor && `${words.anchor} ${anchor}`, `${seen.name} ${seen.day}`, ...dates, used].filter(Boolean).join(', ');
}

/** A new year; its number is left out where it would stand under another line. */
const Year = ({ day, at, seen }: { day: PlainDate; at: number; seen: number }) => (
  <>
    <line class="ar" x1={percent(at)} x2={percent(at)} y1={TOP} y2={TOP + BAR} />
    {at < 90 && !(seen > at && seen < at + 12) && (
      <text class="ar" x={percent(at)} dx="4" y={TOP + BAR - 8}>
        {day.slice(0, 4)}
      </text>
    )}
  </>
);

interface MarkLineProps {
  mark: Mark;
  at: number;
  bottom: number;
  context: PageContext;
}

const MarkLine = ({ mark: { kind, name, date, certainty }, at, bottom, context }: MarkLineProps) => {
  const sure = context.texts.due.certainty[certainty];
  return (
    <>
      <line class={kind} x1={percent(at)} x2={percent(at)} y1={TOP - 4} y2={bottom} />
      <Beside at={at} y={bottom - 2} text={`${name} ${date}`} more={sure && ` (${sure})`} />
    </>
  );
};

interface BesideProps {
  at: number;
  y: number;
  text: string;
  /** Left out where there is little room; the table says it too. */
  more?: string;
  strong?: boolean;
}

/** Words beside a line: to its left in the right half of the picture, to its right in the left half. */
const Beside = ({ at, y, text, more, strong }: BesideProps) => (
  <text
    class={strong ? 'stark' : undefined}
    x={percent(at)}
    y={y}
    dx={at > 50 ? -6 : 6}
    text-anchor={at > 50 ? 'end' : 'start'}
  >
    {text}
    {more && <tspan class="bred">{more}</tspan>}
  </text>
);

const Used = ({
  window: { ledger },
  y,
  context: { texts },
}: {
  window: ProgrammeWindow;
  y: number;
  context: PageContext;
}) => {
  const words = texts.case.window;
  if (!ledger) return null;
  const { consumedFullTimeDays: used, limitFullTimeDays: limit } = ledger;
  return (
    <>
      <text x="0" y={y}>{`${words.used}: ${words.usedOf(String(Math.round(used)), String(limit))}`}</text>
      <rect class="ram" x="0" y={y + 10} width="100%" height={BAR} />
      <rect class="gangen" x="0" y={y + 10} width={percent(portion(used, limit))} height={BAR} />
    </>
  );
};

/** The first of January of every year within the picture. */
function years(from: PlainDate, until: PlainDate): PlainDate[] {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first }, (_, i) => `${first + 1 + i}-01-01` as PlainDate);
}

const portion = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0;

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;
