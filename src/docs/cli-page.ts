/** The command line's own help, verb by verb. */
import { buildProgram } from '../commands/program.js';
import { run } from '../commands/run.js';
import { Terminal } from '../commands/terminal.js';
import { type GeneratedFile, header } from './generated-file.js';
import { page, tick } from './markdown.js';

/** Collects what is written. */
const sink = () => {
  let text = '';
  return { write: (more: string) => (text += more), text: () => text.trimEnd() };
};

async function helpOf(...argv: string[]): Promise<string> {
  const [stdout, stderr] = [sink(), sink()];
  await run([...argv, '--help'], { stdout, stderr, env: {} });
  return '```text\n' + stdout.text() + '\n```';
}

export async function cliPage(): Promise<GeneratedFile> {
  const terminal = new Terminal({ stdout: sink(), stderr: sink(), language: 'sv', json: false });
  const { commands } = buildProgram(terminal, () => Promise.resolve());
  const verbs = commands.flatMap((verb) => [[verb.name()], ...verb.commands.map((part) => [verb.name(), part.name()])]);
  const sections = await Promise.all(
    verbs.map(async (verb) => page(`## etapp ${verb.join(' ')}`, await helpOf(...verb))),
  );
  const content = page(
    header('Kommandoraden', tick('src/commands')),
    'Efter `npm run build` körs kommandot med `npm run etapp -- VERB`, eller som `etapp` när paketet är länkat med `npm link`. Med `--lang en` svarar det på engelska.',
    await helpOf(),
    ...sections,
  );
  return { path: 'docs/reference/cli.md', content };
}
