import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { draftDocument } from '../agreements/draft-document.js';
import { markdownOf } from '../document/markdown-writer.js';
import { wordFileOf } from '../document/word-file.js';
import { blank, type NewAgreement, skeleton } from '../agreements/skeleton.js';
import { stepQuestions } from '../agreements/step-question.js';
import { type Agreement, agreementKinds } from '../engine/agreement.js';
import type { Library } from '../library/library.js';
import { type Exit, exit } from './exit.js';
import { Refused } from './refused.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { unknownName, UsageError } from './usage-error.js';

interface Asked {
  kommun: string;
  name: string;
  kind: Agreement['kind'];
  from: string;
  validFrom?: PlainDate;
  to: string;
}

const TEMPLATE = 'template';

/** `etapp agreement new`: a file with every step and point as a question, and the same as a document in two forms. */
export const agreementNew = ({ say, read, perform, examples }: Setting): Command =>
  new Command('new')
    .description(say('börja på en ny överenskommelse', 'begin a new agreement'))
    .requiredOption('--kommun <code>', say('kommunens kod, fyra siffror', 'the code of the municipality'), read.kommun)
    .requiredOption('--name <name>', say('vad kommunen heter, «Malmö kommun»', 'what the municipality is called'))
    .option('--kind <kind>', say('slag av dokument', 'kind of document'), read.oneOf(...agreementKinds), 'LOK')
    .option(
      '--from <agreement>',
      say(
        'template, eller id på en som enheter och klausuler hämtas ur',
        'template, or the id of one to take units and clauses from',
      ),
      TEMPLATE,
    )
    .option(
      '--valid-from <date>',
      say('första dagen den gäller, annars i dag', 'its first day, otherwise today'),
      read.day,
    )
    .option('--to <folder>', say('mappen som filerna skrivs i', 'the folder to write the files in'), '.')
    .addHelpText(
      'after',
      examples(
        'agreement new --kommun 1280 --name "Malmö kommun"',
        'agreement new --kommun 1280 --name "Malmö kommun" --from tingsryd/2019-lok',
      ),
    )
    .action((asked: Asked) => perform((session) => begin(session, asked)));

async function begin(session: Session, { from, to, validFrom = session.today, ...asked }: Asked): Promise<Exit> {
  const { terminal } = session;
  const library = session.library();
  const model = from === TEMPLATE ? undefined : known(from, library);
  const { kommun, name, kind } = asked;
  const id = `${slug(name)}/${validFrom.slice(0, 4)}-${ascii(kind)}`;
  const fresh: NewAgreement = { id, kind, kommun: { code: kommun, name }, validFrom };
  const questions = stepQuestions(model ?? blank(fresh), library, validFrom);
  const draft = draftDocument(fresh, questions, library);
  const place = join(to, id);
  const [file, document, word] = [`${place}.yaml`, `${place}.md`, `${place}.docx`];
  writeAll([
    [file, skeleton(fresh, questions, library, model)],
    [document, markdownOf(draft)],
    [word, await wordFileOf(draft)],
  ]);
  if (terminal.json) terminal.document({ id, file, document, word, steps: questions.length, from });
  else {
    terminal.line(terminal.say(`${questions.length} steg att svara på:`, `${questions.length} steps to answer for:`));
    for (const written of [file, document, word]) terminal.line(`  ${written}`);
    terminal.line(
      terminal.say(
        `Se vad som återstår med: etapp agreement check ${file}`,
        `See what is left with: etapp agreement check ${file}`,
      ),
    );
  }
  return exit.done;
}

function known(id: string, { agreements }: Library): Agreement {
  const found = agreements.find((one) => one.id === id);
  if (found) return found;
  throw unknownName({ sv: 'Överenskommelsen', en: 'agreement' }, id, [TEMPLATE, ...agreements.map((one) => one.id)]);
}

/** Every file or none, and nothing that was there is lost. */
function writeAll(files: readonly (readonly [path: string, content: string | Uint8Array])[]): void {
  const there = files.find(([path]) => existsSync(path));
  if (there)
    throw new Refused('not-empty', {
      title: { sv: 'Filen finns redan', en: 'The file is there already' },
      detail: {
        sv: `${there[0]} har inte ändrats. Välj en annan mapp med --to, eller flytta filen.`,
        en: `${there[0]} has not been changed. Choose another folder with --to, or move the file.`,
      },
    });
  const written: string[] = [];
  for (const [path, content] of files)
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content, { flag: 'wx' });
      written.push(path);
    } catch (error) {
      for (const own of written) rmSync(own);
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError({ sv: `Det gick inte att skriva ${path}: ${why}`, en: `Cannot write ${path}: ${why}` });
    }
}

const ascii = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (other) => (/^\p{M}+$/u.test(other) ? '' : '-'))
    .replace(/^-|-$/g, '');

/** «Malmö kommun» is the folder malmo. */
const slug = (name: string): string => ascii(name.replace(/s? kommun$/i, '')) || 'kommun';
