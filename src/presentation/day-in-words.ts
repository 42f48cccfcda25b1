import type { PlainDate } from '../../machines/grammar/index.js';

const months = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];

/** A day as it is written in running Swedish: `3 mars 2026`. */
export function dayInWords(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}
