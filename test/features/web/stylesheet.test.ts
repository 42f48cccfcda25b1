import { readStylesheet } from '../../../src/web/stylesheet.js';

const { css, file, address } = readStylesheet();

type Colours = Record<string, string>;

const coloursOf = (block: string): Colours =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
  );

const blocks = [...css.matchAll(/:root\s*{([^}]*)}/g)].map(([, block = '']) => coloursOf(block));
const [light = {}, dark = {}, print = {}] = blocks;

function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
}

/** Text on ground, as the stylesheet pairs them. */
const texts: [string, string][] = [
  ['text', 'yta'],
  ['text', 'zebra'],
  ['text', 'meny'],
  ['text', 'svag'],
  ['text', 'stapel'],
  ['dampad', 'yta'],
  ['dampad', 'zebra'],
  ['dampad', 'stapel'],
  ['lank', 'yta'],
  ['lank', 'zebra'],
  ['lank', 'svag'],
  ['topptext', 'topp'],
  ['fara', 'yta'],
  ['fara', 'faray'],
  ['varning', 'varningy'],
  ['info', 'infoy'],
  ['ok', 'yta'],
  ['ok', 'oky'],
];
const borders: [string, string][] = [
  ['kant', 'yta'],
  ['varningk', 'yta'],
  ['lank', 'yta'],
];

describe.each([
  ['light', light],
  ['dark', { ...light, ...dark }],
  ['print', { ...light, ...print }],
])('in the %s scheme', (_, colours: Colours) => {
  test.each(texts)('%s on %s can be read', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(borders)('%s against %s can be seen', (border, ground) => {
    expect(contrast(colours[border] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe('the stylesheet', () => {
  test('is small and asks nobody else for anything', () => {
    expect(css.length).toBeLessThanOrEqual(12_000);
    expect(css).not.toMatch(/@import|url\(|https?:/);
  });

  test('has a name that its content decides', () => {
    expect(file).toMatch(/^app\.[0-9a-f]{12}\.css$/);
    expect(address).toBe(`/stil/${file}`);
  });

  test('shows where the keyboard is', () => {
    expect(css).toMatch(/:focus-visible\s*{[^}]*outline: 3px/);
    expect(css).not.toMatch(/a:focus[^{]*{[^}]*outline: none/);
  });
});
