import type { Field } from '../../machines/grammar/index.js';
import { type Party, partyName } from '../../machines/parties.js';
import { WITHDRAWN } from '../engine/fact-log.js';
import type { ProcessTexts } from '../engine/texts.js';
import type { NextAction } from '../engine/types.js';
import type { Library } from '../library/library.js';
import { numbered } from '../presentation/numbered.js';
import { type Language, textsIn } from './language.js';

/** Fields that would say when somebody was born. They are told to be recorded, never what they say. */
const birth: ReadonlySet<string> = new Set(['fodd']);

/** A ground to show: the provision, and what people call the statute. */
export interface GroundName {
  text: string;
  gloss: string;
}

/** What people call things, in one language. What has no name is shown by its identifier. */
export class Names {
  constructor(
    private readonly library: Pick<
      Library,
      'registry' | 'texts' | 'agreements' | 'book' | 'requirements' | 'corrections'
    >,
    readonly language: Language,
  ) {}

  party(party: Party): string {
    return partyName(party, this.language);
  }

  /**
   * The unit by the agreements of the case's municipality, which a case number begins with. Null when there is no unit,
   * or when it is the whole party and its name would only say the same again.
   */
  unit({ party, unit }: { party: Party; unit?: string | null }, caseId: string): string | null {
    if (!unit) return null;
    const own = this.library.agreements.filter(({ kommun }) => caseId.startsWith(`${kommun.code}-`));
    const name = own.flatMap(({ units }) => units).find(({ id }) => id === unit)?.name ?? unit;
    return name === partyName(party, 'sv') ? null : name;
  }

  /** How to reach who acts, without the code of the channel before it. */
  contact(path: string): string {
    return path.replace(/^[a-z-]+: /, '');
  }

  kommun(code: string): string {
    const named = this.library.agreements.find(({ kommun }) => kommun.code === code)?.kommun.name;
    return named ?? textsIn(this.language).kommun(code);
  }

  process(id: string): string {
    return this.texts(id)?.name ?? id;
  }

  state(process: string, state: string): string {
    return this.texts(process)?.states[state]?.title ?? state;
  }

  /** What the owner of a step does, as an imperative, and in which of several. */
  action({ process, instance, state }: Pick<NextAction, 'process' | 'instance' | 'state'>): string {
    const words = this.texts(process)?.states[state]?.action ?? this.state(process, state);
    return numbered(words, instance, this.language);
  }

  /** A computed date. */
  date(process: string, name: string): string {
    return this.texts(process)?.dates?.[name] ?? name;
  }

  /** A fact that time computes. */
  timeFact(process: string, type: string): string {
    return this.texts(process)?.time_facts?.[type] ?? type;
  }

  /** The words of a ledger: its name, dates, units and kinds of stretch. */
  ledger({
    process,
    ledger,
  }: {
    process: string;
    ledger: string;
  }): NonNullable<ProcessTexts['ledgers']>[string] | undefined {
    return this.texts(process)?.ledgers?.[ledger];
  }

  fact(type: string): string {
    if (type === WITHDRAWN) return textsIn(this.language).case.withdrawal;
    return this.factTexts(type)?.label ?? type;
  }

  /** Why a fact was corrected. */
  reason(code: string): string {
    return this.library.corrections.reasons[code]?.[this.language] ?? code;
  }

  field(type: string, name: string): string {
    return this.factTexts(type)?.fields?.[name] ?? name;
  }

  /** What a field of a fact says. A date of birth is not shown. */
  value(type: string, name: string, value: unknown): string {
    const words = textsIn(this.language);
    if (birth.has(name)) return words.case.hidden;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    const field: Field | undefined = this.library.registry.facts.get(type)?.definition.data[name];
    if (field?.kind === 'kommun') return this.kommun(String(value));
    return this.factTexts(type)?.values?.[name]?.[String(value)] ?? String(value);
  }

  ground(basis: string): GroundName {
    if (Object.hasOwn(this.library.requirements.requirements, basis))
      return { text: textsIn(this.language).agreementRequirement(basis), gloss: '' };
    const statute = this.library.book.statutes.find(({ sfs }) => basis.startsWith(`${sfs} `));
    return { text: basis, gloss: statute?.short ?? '' };
  }

  private factTexts(type: string): ProcessTexts['facts'][string] | undefined {
    const process = this.library.registry.facts.get(type)?.process;
    return process === undefined ? undefined : this.texts(process)?.facts[type];
  }

  private texts(process: string): ProcessTexts | undefined {
    return this.library.texts[this.language][process];
  }
}
