/** Commander's own words in Swedish: headings of the help, and its complaints about a command line. */
import type { Help, Option } from 'commander';
import type { Language } from '../http/message-words.js';
import type { Say } from './terminal.js';

const headings: Record<string, string> = {
  'Usage:': 'Så här:',
  'Arguments:': 'Argument:',
  'Options:': 'Val:',
  'Global Options:': 'Val för alla verb:',
  'Commands:': 'Verb:',
};

const complaints: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/m, 'Valet $1 finns inte.'],
  [/^error: unknown command '(.*)'/m, 'Verbet $1 finns inte.'],
  [/^error: missing required argument '(.*)'/m, 'Argumentet $1 saknas.'],
  [/^error: required option '(.*)' not specified/m, 'Valet $1 måste anges.'],
  [/^error: option '(.*)' cannot be used with option '(.*)'/m, 'Valet $1 går inte ihop med $2.'],
  [/^error: option '(.*)' argument missing/m, 'Valet $1 saknar värde.'],
  [/^error: option '(.*)' argument '(.*)' is invalid\./m, 'Valet $1 kan inte vara «$2».'],
  [/^error: command-argument value '(.*)' is invalid for argument '(.*)'\./m, 'Argumentet $2 kan inte vara «$1».'],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)(: .*)?\.$/m,
    'För många argument för $1: $2 väntades, $3 gavs.',
  ],
  [/\(Did you mean (one of )?(.*)\?\)/, 'Menade du $2?'],
];

/** Commander's complaint without its prefix, in the language. */
export function complaint(message: string, language: Language): string {
  if (language === 'en') return message.replace(/^error: /, '').trim();
  return complaints.reduce((text, [pattern, words]) => text.replace(pattern, words), message).trim();
}

/** How help looks: Swedish headings, every option of the program with every verb. */
export const helpStyle = (say: Say): Partial<Help> => ({
  showGlobalOptions: true,
  styleTitle: (title) => say(headings[title] ?? title, title),
  styleUsage: (usage) => say(usage.replace('[options]', '[val]').replace('[command]', 'VERB'), usage),
  styleSubcommandTerm: (term) => say(term.replace('[options]', '[val]'), term),
  optionDescription: (option: Option) =>
    option.defaultValue === undefined
      ? option.description
      : `${option.description} (${say('annars', 'default')} ${String(option.defaultValue)})`,
});
