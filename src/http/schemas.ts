/** The answers of the API as JSON Schema (OpenAPI 3.1), by the name under which the document holds them. */
import { Awaited, Forecast, Ledger } from './ahead-schemas.js';
import { problemSlugs } from './problems.js';
import {
  certainty,
  count,
  date,
  list,
  nullable,
  open,
  or,
  party,
  record,
  ref,
  type Schema,
  text,
  truth,
} from './schema-words.js';

const NextAction = record({
  case: text,
  process: text,
  instance: { ...or(text), description: 'Which of several, where a case may have the process more than once' },
  state: text,
  title: text,
  party,
  unit: or(text),
  contact: or(text),
  facts: list(text),
  since: date,
  due: or(date),
  dueKind: { enum: ['hard', 'soft', 'practice', 'local', 'none'] },
  certainty,
  overdueDays: count,
  basis: text,
  clause: or(text),
  gap: { ...truth, description: 'The law leaves it open who acts, and the agreement does not say' },
});

const Fact = record({
  id: or(text),
  seq: or({ type: 'integer' }),
  type: text,
  label: text,
  on: date,
  by: record({ party, unit: text }, ['unit']),
  data: open,
  recordedAt: { type: 'string', format: 'date-time' },
  recordedBy: text,
  lateDays: { ...count, description: 'Days from the day it took effect to the day it was recorded' },
  corrects: or(text),
  reason: { ...or(text), description: 'Why it corrects, a code' },
  correctedBy: nullable(
    record({
      id: or(text),
      seq: or({ type: 'integer' }),
      type: text,
      on: date,
      by: open,
      recordedAt: { type: 'string', format: 'date-time' },
      recordedBy: text,
      reason: text,
    }),
  ),
  afterwards: {
    ...nullable(record({ dated: { enum: ['stated', 'bounded'] }, notBefore: or(date) })),
    description:
      'How a forgotten fact was told afterwards; `bounded`: the day is not known, and `on` is the last possible',
  },
  status: { enum: ['counted', 'corrected', 'withdrawn', 'stranded', 'later'] },
});

const Position = record({
  process: text,
  instance: or(text),
  name: text,
  state: text,
  title: text,
  since: date,
  status: { enum: ['waiting', 'dormant', 'final'] },
});

const Reckoned = record({ date, certainty, rules: list(open), inputs: open, otherReading: open }, ['otherReading']);

const ProgrammeWindow = record({
  anchor: or(date),
  fonsterslut: nullable(ref('Reckoned')),
  programtidsslut: nullable(ref('Reckoned')),
  ledger: nullable(
    record({
      since: date,
      consumedFullTimeDays: { type: 'number' },
      limitFullTimeDays: { type: 'number' },
      leftFullTimeDays: { type: 'number' },
      certainty,
      rules: list(open),
    }),
  ),
});

const DayBound = record({ day: date, because: text, on: date });

const Missing = record({
  type: text,
  label: text,
  labelEn: text,
  process: text,
  instance: or(text),
  notBefore: nullable(DayBound),
  notAfter: DayBound,
  data: open,
  toState: list(record({ field: text, expected: text })),
});

const Problem = record(
  {
    type: { type: 'string', format: 'uri-reference', examples: problemSlugs.map((slug) => `/problem/${slug}`) },
    title: text,
    status: { type: 'integer' },
    detail: text,
    detailEn: text,
    instance: text,
    errors: list(record({ pointer: text, detail: text })),
    refusal: record(
      {
        type: text,
        on: text,
        awaited: list(ref('NextAction')),
        limits: list(open),
        missing: list(text),
        catchUp: list(Missing),
        index: { ...count, description: 'Which of several facts was refused, from 0' },
        nearest: list(text),
      },
      ['index'],
    ),
  },
  ['errors', 'refusal'],
);

const TouchedReminder = record({
  process: text,
  instance: or(text),
  state: text,
  recipient: text,
  level: text,
  due: record({ from: date, to: or(date) }),
});

const difference = {
  version: count,
  diff: record({
    moved: list(open),
    opened: list(ref('NextAction')),
    closed: list(ref('NextAction')),
    changed: list(open),
    dates: list(record({ process: text, instance: or(text), name: text, from: or(date), to: or(date), certainty })),
    timeFacts: list(record({ process: text, instance: or(text), type: text, from: or(date), to: or(date) })),
    stranded: list(
      record({
        id: text,
        seq: count,
        type: text,
        label: text,
        on: date,
        by: open,
        slug: text,
        says: record({ sv: text, en: text }),
      }),
    ),
    fitting: list(record({ id: text, seq: count, type: text, label: text, on: date })),
    reminders: record({ wrong: list(ref('TouchedReminder')), withdrawn: list(ref('TouchedReminder')) }),
  }),
  actions: list(ref('NextAction')),
  conflicts: list(record({ id: text, type: text, on: date, slug: text })),
};

export const schemas = {
  TouchedReminder,
  NextAction,
  NextActions: record(
    {
      asOf: date,
      knownAt: { type: 'string', format: 'date-time' },
      total: count,
      actions: list(ref('NextAction')),
      cursor: or(text),
    },
    ['knownAt'],
  ),
  Fact,
  Reckoned,
  ProgrammeWindow,
  Case: record({
    id: text,
    subject: text,
    kommun: text,
    opened: date,
    version: count,
    status: { enum: ['open', 'closed'] },
    attributes: open,
    asOf: date,
    knownAt: or({ type: 'string', format: 'date-time' }),
    positions: list(Position),
    actions: list(ref('NextAction')),
    facts: list(ref('Fact')),
    window: nullable(ref('ProgrammeWindow')),
    ledgers: list(ref('Ledger')),
  }),
  Ledger,
  Forecast,
  Awaited,
  Dates: record({ case: text, asOf: date, dates: list(open) }),
  Recording: record({ fact: ref('Fact'), missing: list(ref('Fact')), ...difference }, ['missing']),
  RecordingTogether: record({ facts: list(ref('Fact')), ...difference }),
  Explanation: open,
  Process: record({
    id: text,
    subject: text,
    name: text,
    about: text,
    editions: list(open),
    states: list(open),
    facts: list(open),
    dates: list(open),
  }),
  Processes: record({ processes: list(ref('Process')) }),
  Agreements: record({ agreements: list(open), problems: list(open) }),
  Coverage: record({
    agreement: open,
    asOf: date,
    checkedAgainst: text,
    matrix: list(open),
    findings: list(open),
    admittedGaps: list(open),
    defects: list(open),
  }),
  Problem,
} satisfies Record<string, Schema>;

export type SchemaName = keyof typeof schemas;
