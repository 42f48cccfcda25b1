/** A page read strictly: every element is closed, and everything a visitor relies on is there. */

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const empty = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);
const TOKEN =
  /<!doctype html>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[^\s=<>/]+(?:="[^"<]*")?)*)\s*(\/?)>|([^<]+)/giy;

/** The tree of a page. Throws at the first thing that is not well formed. */
export function parse(html: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(html);
    if (!token) throw new Error(`not well formed: ${html.slice(at, at + 80)}`);
    const [, closed, opened, attributes = '', selfClosed, text] = token;
    const last = open.at(-1) ?? root;
    if (text !== undefined) last.text += text;
    if (closed !== undefined && open.pop()?.name !== closed)
      throw new Error(`</${closed}> does not close <${last.name}>`);
    if (opened === undefined) continue;
    const element: Element = { name: opened, attributes: attributesOf(attributes), children: [], text: '' };
    last.children.push(element);
    if (!selfClosed && !empty.has(opened)) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  return root;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]));

/** The element and everything in it, in order. */
export const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];

export const named = (page: Element, ...names: string[]): Element[] =>
  all(page).filter(({ name }) => names.includes(name));

/** Every word in the element. */
export const words = (element: Element): string =>
  [element.text, ...element.children.map(words)].join(' ').replace(/\s+/g, ' ').trim();

/** What is wrong with a page for somebody who cannot see it, or who must trust it. Empty when nothing is. */
export function faults(html: string, language: 'sv' | 'en' = 'sv'): string[] {
  const page = parse(html);
  const ids = all(page).flatMap(({ attributes }) => attributes.id ?? []);
  return [
    ...(html.startsWith('<!doctype html>') ? [] : ['no doctype']),
    ...(named(page, 'html')[0]?.attributes.lang === language ? [] : ['wrong language']),
    ...(named(page, 'title').filter((title) => title.text.length > 0).length >= 1 ? [] : ['no title']),
    ...(/<script|\son[a-z]+=|javascript:/i.test(html) ? ['script'] : []),
    ...(/\sstyle="|<style/i.test(html) ? ['inline style'] : []),
    ...(/https?:\/\//i.test(html) ? ['another place on the net'] : []),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`),
    ...headingFaults(page),
    ...labelFaults(page),
    ...referenceFaults(page, ids),
    ...named(page, 'th')
      .filter(({ attributes }) => !['col', 'row'].includes(attributes.scope ?? ''))
      .map(() => 'th without scope'),
    ...named(page, 'table')
      .filter((table) => named(table, 'caption').length !== 1)
      .map(() => 'table without caption'),
    ...named(page, 'a', 'button')
      .filter((link) => words(link) === '')
      .map(() => 'link without words'),
  ];
}

function headingFaults(page: Element): string[] {
  const levels = named(page, 'h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.slice(1)));
  const jumps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
    ...jumps.map((level) => `jump to h${level}`),
  ];
}

function labelFaults(page: Element): string[] {
  const labelled = new Set(named(page, 'label').map(({ attributes }) => attributes.for));
  const fields = named(page, 'input', 'select', 'textarea').filter(({ attributes }) => attributes.type !== 'hidden');
  return fields
    .filter(({ attributes }) => !labelled.has(attributes.id))
    .map(({ attributes }) => `${attributes.name} has no label`);
}

const referenceFaults = (page: Element, ids: readonly string[]): string[] =>
  all(page)
    .flatMap(({ attributes }) => [
      attributes['aria-labelledby'],
      attributes['aria-describedby'],
      attributes.href?.match(/^#(.+)/)?.[1],
    ])
    .flatMap((references) => references?.split(' ') ?? [])
    .filter((id) => !ids.includes(id))
    .map((id) => `nothing has the id ${id}`);
