/** What an agreement mentions by name, with the place of each mention. */
import type { Clause } from '../engine/agreement.js';
import type { Path } from './data-error.js';
import type { AgreementDto } from './dto/agreement.dto.js';

/** What a name can be the name of. `referrer` is a unit, or the person who comes without being referred. */
export type Named = 'unit' | 'referrer' | 'body' | 'step' | 'activity' | 'area' | 'fact';

/** One name or several; nothing where the agreement says nothing. */
export type Names = string | readonly string[] | null | undefined;

export interface Mention {
  what: Named;
  path: Path;
  names: Names;
}

/** Every mention in the agreement. */
export const mentionsIn = (agreement: AgreementDto): Mention[] => [
  ...each('units', agreement.units, ({ part_of }) => [['unit', 'part_of', part_of]]),
  ...each('bodies', agreement.bodies, ({ convener, members }) => [
    ['unit', 'convener', convener],
    ['unit', 'members', members],
  ]),
  ...each('clauses', agreement.clauses, inClause),
  ...each('activities', agreement.activities, ({ units, referred_by, step }) => [
    ['unit', 'units', units],
    ['referrer', 'referred_by', referred_by],
    ['step', 'step', step],
  ]),
  ...each('meetings', agreement.meetings, ({ body, convener, attends }) => [
    ['body', 'body', body],
    ['unit', 'convener', convener],
    ['unit', 'attends', attends],
  ]),
  ...each('development_areas', agreement.development_areas, ({ area, owner, steps }) => [
    ['area', 'area', agreement.areas && area],
    ['unit', 'owner', owner],
    ['step', 'steps', steps],
  ]),
  ...each('attachments', agreement.attachments, ({ concerns }) => [['step', 'concerns', concerns]]),
];

type Field = readonly [what: Named, field: string, names: Names];

const each = <T>(list: string, parts: readonly T[] | undefined, fields: (part: T) => readonly Field[]): Mention[] =>
  (parts ?? []).flatMap((part, i) =>
    fields(part).map(([what, field, names]) => ({ what, path: [list, i, ...field.split('.')], names })),
  );

const inClause = ({ step, who, with: others, exchange, points, activity, deadline }: Clause): Field[] => [
  ['step', 'step', step],
  ['unit', 'who', who],
  ['unit', 'with', others],
  ['unit', 'exchange.from', exchange?.from],
  ['unit', 'exchange.to', exchange?.to],
  ['body', 'points.P5.body', points?.P5?.body],
  ['activity', 'activity', activity],
  ['fact', 'deadline.from', deadline?.from],
];
