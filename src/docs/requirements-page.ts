/** Every requirement of the support document, with the process, step, fact or point that meets it. */
import { isStep } from '../../machines/grammar/index.js';
import type { Point } from '../engine/agreement.js';
import type { Requirement } from '../engine/requirements.js';
import type { Library } from '../library/library.js';
import { type GeneratedFile, header } from './generated-file.js';
import { bullets, page, table, tick } from './markdown.js';
import { leftTo } from './requirement-notes.js';
import { stateTitle } from './wordings.js';

export function requirementsPage(library: Library): GeneratedFile {
  const { requirements, points, source } = library.requirements;
  const rows = Object.entries(requirements).map(([id, requirement]) => [
    id,
    requirement.section,
    requirement.says,
    strengths[requirement.strength] + (requirement.red_line ? ', röd linje' : ''),
    met(library, id, requirement),
    period(requirement),
  ]);
  const content = page(
    header(
      'Kraven i stödet, och var de möts',
      `${tick('machines/agreements/requirements.yaml')} och ${tick('src/docs/requirement-notes.ts')}`,
    ),
    `Kraven kommer från *${source.title}*. Mallen, handledningen och kunskapsstödet bakom det är inte lästa; Etapp säger därför bara «${source.claim}».`,
    'De sex punkter som varje operativ process behöver svara på:',
    bullets((Object.keys(points) as Point[]).map((point) => `**${point}** ${points[point].title}`)),
    table(['Krav', 'Avsnitt', 'Säger', 'Styrka', 'Möts av', 'Gäller'], rows),
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

const period = ({ in_force: during }: Requirement): string => (during ? `${during.from}–${during.to ?? ''}` : 'alltid');

/** Throws when nothing meets the requirement and no note says to whom it is left. */
function met(library: Library, id: string, requirement: Requirement): string {
  const { steps = [], points, every_step: every } = requirement;
  // Coverage asks about the steps of a participant's case; a plan for a group is a case of another kind.
  const asked =
    every === true || steps.some((key) => library.registry.states.get(key)?.process.subject === 'deltagare');
  const facts = [...new Set(steps.flatMap((key) => factsOf(library, key)))];
  const parts = [
    steps.length > 0
      ? `Steg: ${steps.map((key) => `[${stateTitle(library, key)}](../../machines/processes/${key.split('/')[0]}/README.md) (${tick(key)})`).join(', ')}.`
      : '',
    facts.length > 0 ? `Fakta: ${facts.map(tick).join(', ')}.` : '',
    every ? 'Varje steg som parterna driver.' : '',
    asked ? `Täckningen frågar efter ${points.length > 0 ? points.join(', ') : 'tiden'}.` : '',
    leftTo[id] ?? '',
  ].filter(Boolean);
  if (parts.length === 0)
    throw new Error(`${id} is met by no step and no point; say in src/docs/requirement-notes.ts to whom it is left.`);
  return parts.join(' ');
}

const factsOf = ({ registry }: Library, key: string): readonly string[] => {
  const meta = registry.states.get(key)?.meta;
  return isStep(meta) ? meta.awaits : [];
};
