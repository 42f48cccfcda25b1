import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar } from '../engine/calendar/calendar.js';

interface Words {
  undated: string;
  today: string;
  tomorrow: string;
  late(days: number): string;
  ahead(days: number): string;
}

const words: Record<'sv' | 'en', Words> = {
  sv: {
    undated: 'utan datum',
    today: 'i dag',
    tomorrow: 'i morgon',
    late: (days) => `${days} ${days === 1 ? 'dag' : 'dagar'} sen`,
    ahead: (days) => `om ${days} dagar`,
  },
  en: {
    undated: 'no date',
    today: 'today',
    tomorrow: 'tomorrow',
    late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
    ahead: (days) => `in ${days} days`,
  },
};

/** How far it is to a due date, seen on a day: `16 dagar sen`, `i dag`, `om 3 dagar`, `utan datum`. */
export function daysInWords(due: PlainDate | null, asOf: PlainDate, language: 'sv' | 'en' = 'sv'): string {
  const say = words[language];
  if (due === null) return say.undated;
  const days = calendar.daysBetween(asOf, due);
  if (days < 0) return say.late(-days);
  if (days === 0) return say.today;
  return days === 1 ? say.tomorrow : say.ahead(days);
}
