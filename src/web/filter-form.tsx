import type { PageContext } from './page-context.js';
import type { Choice, QueueChoices } from './queue-choices.js';
import { isNarrowed, queueAddress, type QueueFilter } from './queue-filter.js';

interface FilterFormProps {
  filter: QueueFilter;
  choices: QueueChoices;
  context: PageContext;
}

/** The filter of the queue. It is a plain form that makes an address, so a filter can be saved and sent. */
export const FilterForm = ({ filter, choices, context: { texts, language } }: FilterFormProps) => {
  const { queue } = texts;
  return (
    <form method="get" action="/" role="search" aria-label={queue.filter} class="urval">
      {language !== 'sv' && <input type="hidden" name="lang" value={language} />}
      <Select id="part" label={queue.party} all={queue.allParties} choices={choices.parties} chosen={filter.party} />
      <Select
        id="process"
        label={queue.process}
        all={queue.allProcesses}
        choices={choices.processes}
        chosen={filter.process}
      />
      <Select id="enhet" label={queue.unit} all={queue.allUnits} choices={choices.units} chosen={filter.unit} />
      {(choices.kommuner.length > 1 || filter.kommun) && (
        <Select
          id="kommun"
          label={queue.kommun}
          all={queue.allKommuner}
          choices={choices.kommuner}
          chosen={filter.kommun}
        />
      )}
      <div class="kryss">
        <input type="checkbox" id="sena" name="sena" value="1" checked={filter.lateOnly} />
        <label for="sena">{queue.lateOnly}</label>
      </div>
      <button type="submit">{queue.apply}</button>
      {isNarrowed(filter) && <a href={queueAddress({ lateOnly: false }, language)}>{queue.clear}</a>}
    </form>
  );
};

interface SelectProps {
  id: string;
  label: string;
  all: string;
  choices: readonly Choice[];
  chosen: string | undefined;
}

/** A choice. What was chosen stays chosen, also when it is none of the known ones. */
const Select = ({ id, label, all, choices, chosen }: SelectProps) => {
  const known = chosen === undefined || choices.some(({ value }) => value === chosen);
  const shown = known ? choices : [...choices, { value: chosen, name: chosen }];
  if (shown.length === 0) return null;
  return (
    <div class="falt">
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        <option value="">{all}</option>
        {shown.map(({ value, name }) => (
          <option value={value} selected={value === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};
