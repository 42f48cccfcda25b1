/** A fact recorded together with those that nobody recorded before it, all or nothing. Pure, as `deciding.ts` is. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Decision, LoadedCase } from '../database/write-path.js';
import { advance } from '../engine/advance.js';
import { daysOf } from '../engine/catch-up/days.js';
import type { MissingFact } from '../engine/catch-up/missing-fact.js';
import { type FieldError, Problem } from '../http/problems.js';
import type { CaseBook } from './case-book.js';
import { decideRecording, stamped } from './deciding.js';
import type { FactToRecord, MissingToRecord, Recording } from './recording.js';
import { decideTogether, type OneToRecord, type Stamping } from './together.js';

/**
 * The decision about a fact and what is missing before it. What a person states is tried as it stands; where that does
 * not suffice, the shortest missing sequence is filled in with what is stated. Throws a problem when a person has to state
 * more, or states what is not missing.
 */
export function decideCatchUp(
  loaded: LoadedCase,
  asked: FactToRecord,
  stated: readonly MissingToRecord[],
  stamping: Stamping,
  book: CaseBook,
): Decision<Recording> {
  const dated = stated.flatMap(({ on, ...one }) => (on === undefined ? [] : [toldOn(one, on)]));
  const asStated =
    stated.length > 0 && dated.length === stated.length
      ? recordedWith(loaded, [...dated, asked], stamping, book)
      : undefined;
  if (asStated?.result.accepted) return asStated;
  const stamp = { ...stamping, id: stamping.newId() };
  const fact = stamped(loaded, asked, stamp, book);
  const options = { ...book.options(loaded.row), asOf: stamping.today };
  const alone = advance({ subject: loaded.row.subject, facts: loaded.facts }, fact, options);
  const catchUp = alone.accepted ? [] : alone.refusal.catchUp;
  if (catchUp.length > 0)
    return recordedWith(loaded, [...filledIn(catchUp, stated, fact, book), asked], stamping, book);
  return asStated ?? decideRecording(loaded, asked, stamp, book);
}

const toldOn = (one: Omit<MissingToRecord, 'on'>, on: string): OneToRecord => ({
  ...one,
  on,
  afterwards: { dated: 'stated' },
});

/** The forgotten facts first and the fact itself last. */
function recordedWith(
  loaded: LoadedCase,
  asked: readonly OneToRecord[],
  stamping: Stamping,
  book: CaseBook,
): Decision<Recording> {
  const { result, ...decided } = decideTogether(loaded, asked, stamping, book);
  if (!result.accepted) {
    const { index: _, ...refused } = result;
    return { result: refused };
  }
  const { facts, ...rest } = result;
  return { ...decided, result: { ...rest, fact: facts.at(-1)!, missing: facts.slice(0, -1) } };
}

/** The missing sequence with what is stated of it; a day that nobody states is the last one possible, and says so. */
function filledIn(
  catchUp: readonly MissingFact[],
  stated: readonly MissingToRecord[],
  fact: { type: string; on: PlainDate },
  { library }: CaseBook,
): OneToRecord[] {
  const left = stated.map((one, index) => ({ one, index }));
  const matched = catchUp.map((missing) => {
    const at = left.findIndex(({ one }) => one.type === missing.type);
    return { missing, told: at < 0 ? undefined : left.splice(at, 1)[0]?.one };
  });
  const types = catchUp.map(({ type }) => type).join(', ');
  const surplus = left.map(({ one, index }) => notMissing(one.type, index, types));
  const unstated = matched.flatMap(({ missing, told }, index) => unstatedOf(missing, told, index));
  if (surplus.length + unstated.length > 0) throw toState([...surplus, ...unstated]);
  const sequence = matched.map(({ missing, told }) => ({ missing, on: told?.on as PlainDate | undefined }));
  const days = daysOf(sequence, fact, library.registry);
  return matched.map(({ missing, told }, i): OneToRecord => {
    const { type } = missing;
    const one = { type, by: told?.by, data: { ...missing.data, ...told?.data } };
    if (told?.on !== undefined) return toldOn(one, told.on);
    const notBefore = firstDay(missing, matched);
    return { ...one, on: days[i]!, afterwards: { dated: 'bounded', ...(notBefore && { notBefore }) } };
  });
}

interface Matched {
  missing: MissingFact;
  told: MissingToRecord | undefined;
}

/** The first day possible, now that the day of what comes before may be known. */
function firstDay({ notBefore }: MissingFact, matched: readonly Matched[]): PlainDate | undefined {
  const before = matched.find(({ missing }) => missing.type === notBefore?.because)?.told?.on as PlainDate | undefined;
  return before !== undefined && notBefore && before > notBefore.day ? before : notBefore?.day;
}

/** What is to be corrected, in both languages. */
interface Complaint extends FieldError {
  detailEn: string;
}

const notMissing = (type: string, index: number, types: string): Complaint => ({
  pointer: `/missing/${index}`,
  detail: `${type} hör inte till det som saknas (${types}).`,
  detailEn: `${type} is not among what is missing (${types}).`,
});

const unstatedOf = ({ type, toState }: MissingFact, told: MissingToRecord | undefined, index: number): Complaint[] =>
  toState
    .filter(({ field }) => told?.data?.[field] === undefined)
    .map(({ field, expected }) => ({
      pointer: `/missing/${index}/data/${field}`,
      detail: `Ange ${type}.${field} (${expected}).`,
      detailEn: `State ${type}.${field} (${expected}).`,
    }));

const toState = (complaints: readonly Complaint[]): Problem =>
  new Problem(
    'invalid-data',
    {
      sv: `Ingenting är registrerat. ${complaints.map(({ detail }) => detail).join(' ')}`,
      en: `Nothing was recorded. ${complaints.map(({ detailEn }) => detailEn).join(' ')}`,
    },
    complaints.map(({ pointer, detail }) => ({ pointer, detail })),
  );
