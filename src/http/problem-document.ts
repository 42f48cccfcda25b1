/** Any fault as the body of an `application/problem+json` answer (RFC 9457). */
import { HttpException } from '@nestjs/common';
import { NotAllowed } from '../auth/viewer.js';
import { ClockBehind } from '../cases/instant.js';
import { RefusedRecording } from '../cases/refused.js';
import { isAway } from '../database/postgres-faults.js';
import { storageFault, type StorageFault } from '../database/storage-fault.js';
import { CaseNotFound, DatabaseAway, IdempotencyConflict, StaleWrite } from '../database/write-errors.js';
import { LawError } from '../engine/law/statute-book.js';
import { LibraryError } from '../library/data-error.js';
import { fieldErrors, type MessageContext, refusalMessage } from './messages.js';
import { type FieldError, invalidData, Problem, problemKind, type ProblemSlug, type Said } from './problems.js';
import { refusalBody } from './refusal-body.js';

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  detailEn: string;
  instance: string;
  errors?: readonly FieldError[];
  refusal?: ReturnType<typeof refusalBody>;
}

/** What a fault says, and with which slug. */
interface Told {
  slug: ProblemSlug;
  says: Said;
  errors?: readonly FieldError[];
  refusal?: ProblemDocument['refusal'];
}

/** The answer to a fault. `instance` is the path that was asked for. */
export function problemDocument(error: unknown, instance: string, context: MessageContext): ProblemDocument {
  const { slug, says, errors = [], refusal } = told(error, context);
  const { status, sv } = problemKind(slug);
  return {
    type: `/problem/${slug}`,
    title: sv,
    status,
    detail: says.sv,
    detailEn: says.en,
    instance,
    ...(errors.length > 0 && { errors }),
    ...(refusal && { refusal }),
  };
}

function told(error: unknown, context: MessageContext): Told {
  if (error instanceof Problem) return error;
  if (error instanceof RefusedRecording) return refused(error, context);
  if (error instanceof LibraryError) return unusableData(error);
  if (error instanceof HttpException) return turnedAway(error);
  return known(error) ?? notStored(error) ?? { slug: 'internal', says: INTERNAL };
}

const INTERNAL: Said = {
  sv: 'Ingenting har sparats. Försök igen; kommer felet tillbaka står det i loggen.',
  en: 'Nothing was saved. Try again; if the fault comes back, the log tells of it.',
};

const AWAY: Said = {
  sv: 'Databasen svarar inte. Ingenting har sparats. Försök igen om en stund.',
  en: 'The database does not answer. Nothing was saved. Try again in a while.',
};
const NOBODY_KNOWS: Said = {
  sv: 'Databasen försvann medan uppgiften sparades. Läs ärendet innan du försöker igen: uppgiften kan finnas där.',
  en: 'The database went away while this was saved. Read the case before you try again: it may be there.',
};

function refused({ refused, index }: RefusedRecording, context: MessageContext): Told {
  const place = index === undefined ? '' : `/facts/${index}`;
  const within = ({ pointer, detail }: FieldError) => ({ pointer: `${place}${pointer}`, detail });
  return {
    slug: refused.refusal.slug,
    says: { sv: refusalMessage(refused, context, 'sv'), en: refusalMessage(refused, context, 'en') },
    errors: refused.refusal.slug === 'invalid-data' ? fieldErrors(refused.refusal, 'sv').map(within) : [],
    refusal: refusalBody(refused, context, index),
  };
}

const unusableData = ({ problems }: LibraryError): Told =>
  invalidData(
    problems.map(({ file, line, path, problem }) => ({ pointer: `${file}:${line} ${path}`, detail: `${problem.sv}.` })),
  );

function known(error: unknown): Told | undefined {
  if (error instanceof CaseNotFound)
    return {
      slug: 'not-found',
      says: { sv: `Ärendet ${error.caseId} finns inte.`, en: `There is no case ${error.caseId}.` },
    };
  if (error instanceof StaleWrite)
    return {
      slug: 'stale-write',
      says: {
        sv: `Någon annan hann före: ärendet ${error.caseId} är inte längre version ${error.expectedVersion}. Hämta det och försök igen.`,
        en: `Somebody else was first: case ${error.caseId} is no longer at version ${error.expectedVersion}. Read it and try again.`,
      },
    };
  if (error instanceof ClockBehind) return clockBehind(error);
  if (error instanceof IdempotencyConflict)
    return {
      slug: 'idempotency-conflict',
      says: {
        sv: 'Idempotency-Key har redan använts för en annan begäran. Ta en ny nyckel.',
        en: 'The Idempotency-Key has been used for another request. Take a new key.',
      },
    };
  if (error instanceof NotAllowed)
    return {
      slug: 'not-allowed',
      says: { sv: 'Du har inte behörighet till det du frågade om.', en: 'You have no access to what you asked for.' },
    };
  if (error instanceof DatabaseAway) return { slug: 'unavailable', says: error.unknown ? NOBODY_KNOWS : AWAY };
  if (isAway(error)) return { slug: 'unavailable', says: AWAY };
  if (error instanceof LawError && error.slug === 'law-not-in-force')
    return {
      slug: error.slug,
      says: {
        sv: `${error.message} Kontrollera dagen.`,
        en: `The law that the answer rests on (${error.citation}) is not in force, or not known, on that day. Check the day.`,
      },
    };
  return undefined;
}

const minuteOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`;

const clockBehind = ({ at, last }: ClockBehind): Told => ({
  slug: 'clock-behind',
  says: {
    sv: `Serverns klocka visar ${minuteOf(at)}, men ärendets senaste uppgift registrerades ${minuteOf(last)}. Ingenting har sparats. Ställ klockan rätt och försök igen.`,
    en: `The server's clock shows ${minuteOf(at)}, but the last fact of the case was recorded at ${minuteOf(last)}. Nothing was saved. Set the clock right and try again.`,
  },
});

const notStored = (error: unknown): Told | undefined => {
  const fault = storageFault(error);
  return fault && NOT_STORED[fault];
};

const NOT_STORED: Record<StorageFault, Told> = {
  full: {
    slug: 'storage-full',
    says: {
      sv: 'Ingenting har sparats: disken eller kvoten där databasen ligger är full. Den som sköter driften behöver frigöra utrymme; försök sedan igen. Etapp behöver inte startas om.',
      en: 'Nothing was saved: the disk or quota that holds the database is full. Whoever runs Etapp needs to free space; then try again. Etapp need not be restarted.',
    },
  },
  unwritable: {
    slug: 'unavailable',
    says: {
      sv: 'Ingenting har sparats: databasens fil går inte att skriva. Den som sköter driften behöver se efter utrymme, rättigheter och disk; försök sedan igen.',
      en: 'Nothing was saved: the file of the database cannot be written. Whoever runs Etapp needs to look to space, permissions and disk; then try again.',
    },
  },
  busy: {
    slug: 'unavailable',
    says: {
      sv: 'Ingenting har sparats: ett annat program håller databasen. Försök igen om en stund.',
      en: 'Nothing was saved: another program holds the database. Try again in a while.',
    },
  },
};

/** What Nest and Fastify turn away before it reaches us: no such address, too large a body, no JSON. */
function turnedAway(error: HttpException): Told {
  switch (error.getStatus()) {
    case 404:
      return { slug: 'not-found', says: { sv: 'Adressen finns inte.', en: 'There is no such address.' } };
    case 413:
      return { slug: 'too-large', says: { sv: 'Begäran är för stor.', en: 'The request is too large.' } };
    case 403:
      return { slug: 'not-allowed', says: { sv: 'Begäran är inte tillåten.', en: 'The request is not allowed.' } };
    case 400:
    case 415:
    case 422:
      return {
        slug: 'invalid-data',
        says: {
          sv: 'Begäran gick inte att läsa. Skicka giltig JSON.',
          en: 'The request could not be read. Send valid JSON.',
        },
      };
    case 503:
      return { slug: 'unavailable', says: { sv: 'Försök igen om en stund.', en: 'Try again in a while.' } };
    default:
      return { slug: 'internal', says: INTERNAL };
  }
}
