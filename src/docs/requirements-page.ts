/** Every requirement of the support document: what of it the machines meet, and what is left to agreement, report or reader. */
import type { Point } from '../engine/agreement.js';
import type { Requirement } from '../engine/requirements.js';
import type { Library } from '../library/library.js';
import { type GeneratedFile, header } from './generated-file.js';
import { bullets, page, table, tick } from './markdown.js';
import { metBy } from './requirement-met.js';

export function requirementsPage(library: Library): GeneratedFile {
  const { requirements, points, source } = library.requirements;
  const rows = Object.entries(requirements).map(([id, requirement]) => [
    id,
    requirement.section,
    requirement.says,
    strengths[requirement.strength] + (requirement.red_line ? ', röd linje' : ''),
    requirement.kind.map((kind) => kinds[kind] ?? kind).join(', '),
    metBy(library, id, requirement).join('<br>'),
    left(requirement),
    period(requirement),
  ]);
  const content = page(
    header('Kraven i stödet, och var de möts', tick('machines/agreements/requirements.yaml')),
    `Kraven kommer från *${source.title}*. Mallen, handledningen och kunskapsstödet bakom det är inte lästa; Etapp säger därför bara «${source.claim}».`,
    'De sex punkter som varje operativ process behöver svara på:',
    bullets((Object.keys(points) as Point[]).map((point) => `**${point}** ${points[point].title}`)),
    '*Gäller* säger vad kravet handlar om: ett läge eller villkor i en process, en händelse, en klausul i överenskommelsen, en rapport eller en påminnelse. *Möts av* är det som finns i maskinerna, *Lämnat* det som är kvar och till vem.',
    table(['Krav', 'Avsnitt', 'Säger', 'Styrka', 'Gäller', 'Möts av', 'Lämnat', 'I kraft'], rows),
    'Röd linje: överenskommelsen själv måste uppfylla kravet. Ett krav utanför sin tid är inte tillämpligt, aldrig obesvarat.',
  );
  return { path: 'docs/reference/requirements.md', content };
}

const strengths: Record<Requirement['strength'], string> = {
  M: 'ska',
  N: 'behöver klargöras',
  S: 'behöver, är viktigt',
  O: 'möjlighet',
  Q: 'fråga att tänka över',
};

const kinds: Readonly<Record<string, string>> = {
  state: 'läge',
  event: 'händelse',
  clause: 'klausul',
  report: 'rapport',
  reminder: 'påminnelse',
};

const receivers: Record<NonNullable<Requirement['left_to']>[number], string> = {
  agreement: 'överenskommelsen',
  report: 'rapport',
  reader: 'läsaren',
};

const left = ({ left_to: to = [], note = '' }: Requirement): string => {
  const receiver = to.length > 0 ? `Till ${to.map((one) => receivers[one]).join(' och ')}.` : '';
  return [receiver, note].filter(Boolean).join(' ');
};

const period = ({ in_force: during }: Requirement): string => (during ? `${during.from}–${during.to ?? ''}` : 'alltid');
