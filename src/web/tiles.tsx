import type { PartyCount } from '../next-actions/question.js';
import type { PageContext } from './page-context.js';
import { queueAddress, type QueueFilter } from './queue-filter.js';

interface TilesProps {
  counts: readonly PartyCount[];
  filter: QueueFilter;
  context: PageContext;
}

/** How much waits for each party and how much of it is late, each with a way to that party's queue. */
export const Tiles = ({ counts, filter, context }: TilesProps) => {
  const { texts, names, language } = context;
  const { kommun } = filter;
  return (
    <section aria-labelledby="parter">
      <h2 id="parter" class="osynlig">
        {texts.queue.tiles}
      </h2>
      <ul class="brickor">
        {counts.map(({ party, total, late }) => (
          <li>
            <a
              href={queueAddress({ party, lateOnly: false, ...(kommun !== undefined && { kommun }) }, language)}
              aria-current={party === filter.party ? 'true' : undefined}
            >
              <strong>{names.party(party)}</strong> <span class="tal">{texts.queue.open(total)}</span>{' '}
              <span class={late > 0 ? 'sena' : 'itid'}>{late > 0 ? texts.queue.late(late) : texts.queue.inTime}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
