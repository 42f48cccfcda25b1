import type { Finding } from '../engine/coverage/coverage.js';
import type { Severity } from '../engine/coverage/severity.js';
import { type Block, heading, type Text } from '../document/blocks.js';
import type { Covered } from './covered.js';
import { type FindingGroup, grouped } from './finding-groups.js';
import { sayIn } from './terminal.js';
import { factLabel, processName, stateTitle } from './texts.js';
import { pointNames, severityWords, signs, verdictWords, whenText } from './verdict-words.js';

/** The findings of a severity, process by process and step by step; the path to a step is told once. */
export function findingBlocks(severity: Severity, covered: Covered): Block[] {
  const { report, library, language } = covered;
  const own = report.findings.filter((finding) => finding.severity === severity);
  if (own.length === 0) return [];
  const title = `${severityWords[language][severity]} ${sayIn(language)('brister', 'findings')} (${own.length})`;
  return [
    heading(1, title),
    ...byKey(own, ({ process }) => process).flatMap((ofProcess): Block[] => [
      heading(2, processName(library, language, ofProcess[0].process)),
      { kind: 'list', items: byKey(ofProcess, stepOf).map((ofStep) => step(ofStep, covered)) },
    ]),
  ];
}

const stepOf = ({ process, state, when }: Finding): string => JSON.stringify([process, state, when]);

type Several<T> = [T, ...T[]];

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Several<T>[] {
  const groups = new Map<string, Several<T>>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function step(findings: Several<Finding>, { library, language }: Covered): Text[] {
  const [{ process, state, when, path }] = findings;
  const say = sayIn(language);
  const facts = path.map((type) => factLabel(library, language, type));
  const way = facts.join(' → ') || say('(början)', '(beginning)');
  return [
    [{ text: `${stateTitle(library, language, process, state)}${whenText(when)}`, strong: true }],
    ...grouped(findings).flatMap((group) => found(group, language)),
    [{ text: `${say('Väg', 'Path')}: ${way}`, quiet: true }],
  ];
}

function found({ points, verdict, says, requirements, clause }: FindingGroup, language: Covered['language']): Text[] {
  const refs = [requirements.join(', '), clause].filter(Boolean).join('; ');
  const lead = `${signs[verdict]} ${pointNames(points, language)} ${verdictWords[language][verdict]}.`;
  return [`${lead} ${says}${refs && ` [${refs}]`}`];
}
