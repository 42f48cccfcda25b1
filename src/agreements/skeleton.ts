/**
 * A new agreement's file: every step of the day's law as a clause to fill in, with what the law says beside it. It can be
 * read as it is; what has not been filled in is simply not answered, and coverage says so.
 */
import { stringify } from 'yaml';
import type { PlainDate } from '../../machines/grammar/index.js';
import { type Party, partyName } from '../../machines/parties.js';
import type { Agreement } from '../engine/agreement.js';
import type { Library } from '../library/library.js';
import type { StepQuestion } from './step-question.js';

/** What is known of the agreement before anybody has written a word of it. */
export interface NewAgreement {
  /** `kommun/year-kind`. */
  id: string;
  kind: Agreement['kind'];
  kommun: { code: string; name: string };
  validFrom: PlainDate;
}

/** An agreement with nothing in it yet. */
export const blank = ({ id, kind, kommun, validFrom }: NewAgreement): Agreement => ({
  id,
  kind,
  kommun,
  title: `${kindNames[kind]} om samverkan kring etableringsprogrammet, ${kommun.name}`,
  valid: { from: validFrom, to: null },
  status: 'draft',
  source: { title: `Utkast till ${kind}, ${kommun.name}` },
  units: [],
  bodies: [],
  clauses: [],
  development_areas: [],
  attachments: [],
  defects: [],
});

const kindNames: Record<Agreement['kind'], string> = {
  LOK: 'Lokal överenskommelse',
  RÖK: 'Regional överenskommelse',
  SÖK: 'Strategisk överenskommelse',
  DUA: 'Överenskommelse inom Dua',
  RUTIN: 'Gemensam rutin',
};

/** The text of the file. `model`: an agreement whose units and clauses are taken as a first proposal. */
export function skeleton(
  asked: NewAgreement,
  questions: readonly StepQuestion[],
  library: Pick<Library, 'requirements'>,
  model?: Agreement,
): string {
  const { id, kind, kommun, title, valid, status, source, development_areas, attachments, defects } = blank(asked);
  const parts = [
    opening(asked, library),
    yaml({ id, kind, kommun, title, valid, status, source }),
    section('Enheter och roller hos parterna, aldrig personer. Varje klausul nämner en av dem i who.'),
    model ? `${fromModel(model)}\n${yaml({ units: model.units })}` : `units: []\n${unitTemplate()}`,
    section('Forum och grupper som samverkan är ordnad i.'),
    model ? yaml({ bodies: model.bodies }) : `bodies: []\n${bodyTemplate}`,
    section('En klausul för varje steg. Ta bort # framför de rader som ni fyller i; låt resten stå.'),
    'clauses:',
    ...clauseParts(questions, model),
    section('Det som ni själva vet saknas, med tidplan och ägare.'),
    yaml({ development_areas }).trimEnd(),
    yaml({ attachments, defects }),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n')}\n`;
}

const opening = ({ id }: NewAgreement, { requirements }: Pick<Library, 'requirements'>): string =>
  comment(
    `Utkast till överenskommelse. Lägg filen som machines/agreements/${id}.yaml.`,
    'Fyll i uppifrån och ner. «etapp agreement check FIL» säger vad som är fel och vad som återstår, viktigast först.',
    `Frågorna är de sex punkterna, ${requirements.source.claim}.`,
    'wording: exact när svaret går att handla efter (en namngiven enhet, en händelse, ett tal), vague när det lämnar det öppet.',
  );

const section = (text: string): string => `\n${comment(text)}`;

const comment = (...lines: readonly string[]): string => lines.map((line) => `# ${line}`).join('\n');

const yaml = (value: unknown): string => stringify(value, { lineWidth: 110 });

const fromModel = ({ title }: Agreement): string =>
  comment(`Hämtat ur «${title}». Stryk det som inte stämmer hos er; ingenting av det är ert än.`);

const shownParties: readonly Party[] = ['kommun', 'arbetsformedlingen', 'forsakringskassan', 'regionen'];

const unitTemplate = (): string =>
  comment(
    'units:',
    ...shownParties.map(
      (party) =>
        `  - { id: ${party}-enhet, party: ${party}, name: 'Vilken enhet? (${partyName(party)})', tier: active }`,
    ),
  );

const bodyTemplate = comment(
  'bodies:',
  "  - { id: lok-grupp, name: 'Vad heter forumet?', convener: kommun-enhet, every: half-year }",
);

function clauseParts(questions: readonly StepQuestion[], model: Agreement | undefined): string[] {
  let process = '';
  return questions.flatMap((question) => {
    const heading = question.process === process ? [] : ['', `  # ── ${question.processName} (${question.process}) ──`];
    process = question.process;
    return [...heading, '', clausePart(question, model)];
  });
}

/** The clause of a step, or the clauses that the model has for it; the questions stand above. */
function clausePart(question: StepQuestion, model: Agreement | undefined): string {
  const asked = [
    `  # ${question.action}`,
    `  #   Enligt lagen: ${question.owner}. ${question.deadline}.`,
    `  #   Grund: ${question.ground}`,
  ];
  const known = model?.clauses.filter(({ step }) => step === question.key) ?? [];
  if (known.length > 0) return [...asked, indented(yaml(known.map(own)))].join('\n');
  return [...asked, `  - id: ${idOf(question.key)}`, `    step: ${question.key}`, ...templateLines()].join('\n');
}

/** `sfi/vantarPaStart` is sfi-vantar-pa-start. */
const idOf = (key: string): string => key.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A place, a quotation or a list of activities in another document is none in this one. */
function own(clause: Agreement['clauses'][number]): unknown {
  const { place: _, activity: __, ...rest } = clause;
  return JSON.parse(JSON.stringify(rest, (key, value: unknown) => (key === 'quote' ? undefined : value)));
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

const templateLines = (): string[] =>
  [
    'who: enhetens id',
    'points:',
    '  P1: { how: { wording: exact, says: Hur personen är med }, when: { wording: exact, says: När } }',
    '  P2:',
    '    contact_person: { wording: exact, says: Hur personen når enheten }',
    '    contact_parties: { wording: exact, says: Hur parterna når enheten }',
    '    information_person: { wording: exact, says: Vad personen får veta och hur }',
    '    information_parties: { wording: exact, says: Vad parterna får veta och hur }',
    '  P3: { wording: exact, says: Hur de andra parterna deltar }',
    '  P4: { wording: exact, says: Vad enheten åtar sig }',
    '  P5: { wording: exact, says: Hur steget hör ihop med samverkans forum, body: forumets id }',
    '  P6: { wording: exact, says: Om leverantörer deltar och hur }',
    'deadline: { wording: exact, says: Inom vilken tid, within: { weeks: antal }, from: faktats namn }',
  ].map((line) => `    # ${line}`);
