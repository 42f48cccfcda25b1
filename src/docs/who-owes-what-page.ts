/** Who owes what, and when: the obligations with where each is modelled and shown, and every step, party by party. */
import { isStep, type Step } from '../../machines/grammar/index.js';
import { type Party, parties, partyName } from '../../machines/parties.js';
import { certaintyOf } from '../engine/law/certainty.js';
import type { Obligation, ObligationKind } from '../engine/obligations/obligation.js';
import type { Seen } from '../engine/obligations/seen.js';
import type { StateEntry } from '../engine/registry.js';
import type { Library } from '../library/library.js';
import { foundInExamples } from './found-in-examples.js';
import { type GeneratedFile, header } from './generated-file.js';
import { page, table, tick } from './markdown.js';
import {
  certainties,
  dateName,
  deadlineInWords,
  dueKinds,
  factLabel,
  inRunningText,
  processLink,
  stateTitle,
  textsOf,
} from './wordings.js';

export function whoOwesWhatPage(library: Library): GeneratedFile {
  const content = page(
    header(
      'Vem är skyldig vad, och när',
      `${tick('machines/obligations.yaml')}, processernas mappar under ${tick('machines/processes')} och ${tick('machines/law')}`,
    ),
    'Först skyldigheterna, en i taget: vad som har hänt, vem som är skyldig vad, och vilket steg som bär skyldigheten. Sedan samma sak från andra hållet: alla steg, part för part.',
    'Slag: *gräns i lag* är ett tal i lag eller förordning; *mål i lag* är lagens ord utan skarp gräns; *praxis* binder ingen; *lokal tid* sätts av parterna. *Gräns för rätt eller skyldighet* är en dag då något upphör, utan att någon är skyldig någon en handling; den flyttas aldrig av en helgdag.',
    '## Skyldigheterna',
    table(
      [
        'Nr',
        'När detta har hänt',
        'Vem ska göra vad',
        'När, slag och källa',
        'Steget som bär den, och exemplet som visar den',
      ],
      library.obligations.obligations.map((one) => obligationRow(library, one)),
    ),
    'Säkerhet: `H` lydelsen är läst, `M` vägledning eller säker slutsats, `L` svag källa, `U` inte bekräftat. I exemplet väntas skyldigheten av rätt part, med rätt slags tid; ett test söker upp det, och finner det inte är bygget rött.',
    '## Part för part',
    'Stegen i den ordning som en nyanländ möter dem. Slag och säkerhet är de som exemplen visar utan överenskommelse; den som gäller i kommunen kan sätta en kortare tid där lagen inte har en skarp gräns.',
    ...(Object.keys(parties) as Party[]).map((party) => partySection(library, party)),
    '### Den som överenskommelsen nämner',
    'Lagen lämnar öppet vem som agerar. Utan överenskommelse visas parten i tabellen, med en lucka.',
    stepTable(library, (step) => step.owner === 'enligtOverenskommelse', true),
  );
  return { path: 'docs/reference/who-owes-what.md', content };
}

const obligationKinds: Record<ObligationKind, string> = { ...dueKinds, limit: 'gräns för rätt eller skyldighet' };

function obligationRow(library: Library, one: Obligation): string[] {
  const seen = foundInExamples(library).obligations.filter(({ obligation }) => obligation === one.number);
  const limits = new Set(one.limits);
  const carriers = seen.map((carrier) => {
    const { key, coming } = carrier;
    if (coming) return `${tick(key)}: processen finns inte ännu`;
    const name = limits.has(key) ? `dagen «${dateName(library, key)}»` : stateTitle(library, key);
    return `${processLink(key, name)} (${tick(key)}), ${shownBy(carrier)}`;
  });
  const firm = [...one.kinds.map((kind) => obligationKinds[kind]), `säkerhet ${tick(one.confidence)}`].join(', ');
  return [
    String(one.number),
    one.trigger,
    `**${capital(one.debtors.map(inRunningText).join(' och '))}**: ${one.does}.${one.note ? ` *${one.note}*` : ''}`,
    `${capital(one.when)}.<br>${capital(firm)}.<br>${one.sources.join('; ')}`,
    carriers.join('<br>'),
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function shownBy({ by }: Seen): string {
  if (!by) return 'som inget exempel visar';
  return by.example ? `visas av ${processLink(by.example, by.example)}` : `visas av det genererade ärendet ${by.seed}`;
}

const partySection = (library: Library, party: Party): string =>
  page(
    `### ${partyName(party)}`,
    owes(library, party)
      ? stepTable(library, (step) => step.owner === party, false)
      : 'Inget eget steg. En överenskommelse kan ge parten ett.',
  );

const stepsOf = ({ registry }: Library, wanted: (step: Step) => boolean): [StateEntry, Step][] =>
  [...registry.states.values()].flatMap((entry) =>
    isStep(entry.meta) && wanted(entry.meta) ? [[entry, entry.meta] as [StateEntry, Step]] : [],
  );

const owes = (library: Library, party: Party): boolean => stepsOf(library, ({ owner }) => owner === party).length > 0;

/** `fallback`: a column for the party that is shown when no agreement answers. */
function stepTable(library: Library, wanted: (step: Step) => boolean, fallback: boolean): string {
  const head = ['Ska', 'Läge', 'Senast', 'Slag', 'Säkerhet', 'Grund', 'Fakta som avslutar'];
  return table(
    fallback ? ['Annars', ...head] : head,
    stepsOf(library, wanted).map(([entry, step]) => {
      const row = stepRow(library, entry, step);
      return fallback ? [step.otherwise ? partyName(step.otherwise) : '', ...row] : row;
    }),
  );
}

function stepRow(library: Library, { key, state, process }: StateEntry, { basis, deadline, awaits }: Step): string[] {
  const texts = textsOf(library, process.id);
  const times = foundInExamples(library).times.get(key);
  return [
    texts?.states[state]?.action ?? stateTitle(library, key),
    `${processLink(key, stateTitle(library, key))} (${tick(key)})`,
    deadlineInWords(library, process.id, deadline),
    [...(times?.kinds ?? [])].map((kind) => dueKinds[kind]).join(', '),
    'none' in deadline
      ? groundIn(library, basis)
      : [...(times?.certainties ?? [])].map((one) => certainties[one] || 'lydelsen är läst').join(', '),
    basis,
    awaits.map((type) => `${factLabel(library, type)} (${tick(type)})`).join('<br>'),
  ];
}

/** How well the ground of a step without time is known. */
function groundIn({ book }: Library, basis: string): string {
  if (/^R\d+$/.test(basis)) return 'lagen lämnar frågan öppen';
  const { provision, statute } = book.find(basis);
  const certainty = certaintyOf({ confidence: provision.confidence ?? statute.source.confidence });
  return certainties[certainty] || 'lydelsen är läst';
}
