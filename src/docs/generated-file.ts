/** A file that the generator owns, and how it is held against what lies on disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface GeneratedFile {
  /** From the package's folder, with forward slashes. */
  path: string;
  content: string;
}

/** The first lines of every generated page: where to change what it says. */
export const header = (title: string, source: string): string =>
  `# ${title}\n\n*Genererad; ändra i ${source} och kör \`npm run docs\`.*\n`;

const contentOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

const reference = 'docs/reference';

/** Files in the reference folder, which the generator owns whole, that nothing generates any more. */
const leftBehind = (root: string, files: readonly GeneratedFile[]): string[] =>
  (existsSync(join(root, reference)) ? readdirSync(join(root, reference)) : [])
    .map((name) => `${reference}/${name}`)
    .filter((path) => !files.some((file) => file.path === path));

/** The paths whose content is not what the generator gives now; those that nothing generates are among them. */
export const staleFiles = (root: string, files: readonly GeneratedFile[]): string[] => [
  ...files.filter(({ path, content }) => contentOf(join(root, path)) !== content).map(({ path }) => path),
  ...leftBehind(root, files),
];

/** Writes what is stale and removes what nothing generates. Gives the paths that were touched. */
export function writeFiles(root: string, files: readonly GeneratedFile[]): string[] {
  const stale = staleFiles(root, files);
  for (const path of stale) {
    const file = files.find((one) => one.path === path);
    if (file) put(join(root, path), file.content);
    else rmSync(join(root, path));
  }
  return stale;
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
