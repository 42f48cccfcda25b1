import type { Law } from '../../../machines/grammar/index.js';

/** The places of the citation among the arguments of each question about the law. */
const citationAt: Readonly<Partial<Record<keyof Law, number>>> = {
  inForce: 0,
  lastDayInForce: 0,
  number: 0,
  is: 0,
  choice: 0,
  within: 1,
  through: 1,
  reckon: 1,
};

/** The same law, which tells which provisions it is asked about. Answers are the law's own. */
export const listening = (law: Law, heard: (citation: string) => void): Law =>
  new Proxy(law, {
    get(target, name) {
      const answer: unknown = Reflect.get(target, name);
      const place = citationAt[name as keyof Law];
      if (place === undefined || typeof answer !== 'function') return answer;
      return (...asked: unknown[]): unknown => {
        heard(String(asked[place]));
        return (answer as (...asked: unknown[]) => unknown)(...asked);
      };
    },
  });
