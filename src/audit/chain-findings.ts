/** What the hashes of a case's log show: every fact that was changed, taken out, put in or moved. Pure. */
import { canonicalJson } from '../cases/canonical-json.js';
import { type ChainedFact, FIRST_PREV_HASH, hashOf } from '../cases/chain.js';
import { chainedFactOf } from '../cases/fact-row.js';
import type { FactRow } from '../cases/fact.entity.js';
import type { Said } from '../http/problems.js';
import { type AuditFinding, ofFact } from './audit-finding.js';

/** A row of the log read as a fact, with the hash that its content gives; null when it cannot be read. */
interface Link {
  readonly row: FactRow;
  readonly read: { readonly fact: ChainedFact; readonly own: string } | null;
}

/** Everything that does not hold in the log of one case, given in order of `seq`. Empty when the chain holds. */
export function chainFindings(caseId: string, rows: readonly FactRow[]): AuditFinding[] {
  const links = rows.map(linkOf);
  const missing = missingSeqs(rows);
  const told = links.flatMap((link, i) => linkFindings(link, { before: links[i - 1], after: links[i + 1], missing }));
  const renumbered = new Set(told.filter(({ column }) => column === 'seq').length > 0 ? missing : []);
  const gone = missing.filter((seq) => !renumbered.has(seq));
  return [...told, ...gone.map((seq) => ofFact('missing', { caseId, seq }, null, MISSING))];
}

function linkOf(row: FactRow): Link {
  try {
    const fact = chainedFactOf(row);
    return { row, read: { fact, own: hashOf(fact, row.prevHash) } };
  } catch {
    return { row, read: null };
  }
}

interface Neighbours {
  readonly before: Link | undefined;
  readonly after: Link | undefined;
  readonly missing: readonly number[];
}

function linkFindings({ row, read }: Link, { before, after, missing }: Neighbours): AuditFinding[] {
  if (!read) return [ofFact('unreadable', row, 'data, recorded_at', UNREADABLE)];
  const previous = before ? before.row.hash : FIRST_PREV_HASH;
  // Where a number is missing the gap is told of; that the next fact does not follow on the one before it is no news.
  const afterGap = row.seq !== (before?.row.seq ?? 0) + 1;
  const follows = afterGap || row.prevHash === previous || row.prevHash === before?.read?.own;
  if (read.own !== row.hash) {
    const column = changedColumn(read, row, { previous, after, missing });
    return [ofFact('altered', row, column, altered(column)), ...(follows || column ? [] : relinked(row))];
  }
  const rewritten = rewrittenColumn(read.fact, row);
  if (rewritten) return [ofFact('altered', row, rewritten, altered(rewritten))];
  return follows ? [] : relinked(row);
}

/** The one column whose former value the chain still tells; null when the content itself was changed. */
function changedColumn(
  { fact, own }: NonNullable<Link['read']>,
  row: FactRow,
  { previous, after, missing }: { previous: string } & Pick<Neighbours, 'after' | 'missing'>,
): string | null {
  if (after?.row.prevHash === own) return 'hash';
  if (hashOf(fact, previous) === row.hash) return 'prev_hash';
  return missing.some((seq) => hashOf({ ...fact, seq }, row.prevHash) === row.hash) ? 'seq' : null;
}

/** What a hash over the meaning does not see: the same meaning written in another way. */
function rewrittenColumn({ data, recordedAt, afterwards }: ChainedFact, row: FactRow): string | null {
  if (canonicalJson(data) !== row.data) return 'data';
  if ((afterwards?.notBefore ?? null) !== row.notBefore) return 'not_before';
  return Date.parse(recordedAt) === row.recordedAt ? null : 'recorded_at';
}

const missingSeqs = (rows: readonly FactRow[]): number[] => {
  const there = new Set(rows.map(({ seq }) => seq));
  const last = Math.min(Math.max(0, ...there), rows.length + MOST_MISSING);
  return Array.from({ length: last }, (_, i) => i + 1).filter((seq) => !there.has(seq));
};

/** A sequence number that was itself changed can be enormous; so many gaps are told of. */
const MOST_MISSING = 1000;

const relinked = (row: FactRow): AuditFinding[] => [ofFact('relinked', row, null, RELINKED)];

const UNREADABLE: Said = {
  sv: 'Uppgiften går inte att läsa: data eller tidpunkt är förstörd.',
  en: 'The fact cannot be read: its data or its instant is damaged.',
};
const MISSING: Said = {
  sv: 'Uppgiften saknas: nästa i ordningen finns, men inte den.',
  en: 'The fact is missing: the next in order is there, but not this one.',
};
const RELINKED: Said = {
  sv: 'Uppgiften före är inte den som stod där när den här skrevs: den är utbytt, borttagen eller inskjuten.',
  en: 'The fact before is not the one that stood there when this one was written: it was replaced, taken out or put in.',
};
const altered = (column: string | null): Said =>
  column === null
    ? {
        sv: 'Innehållet är ett annat än när uppgiften skrevs.',
        en: 'The content is not what it was when the fact was written.',
      }
    : {
        sv: `Kolumnen ${column} är en annan än när uppgiften skrevs.`,
        en: `The column ${column} is not what it was when the fact was written.`,
      };
