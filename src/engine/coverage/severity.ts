/** How much a finding matters. Etapp's own order, from the strength of the requirement it leaves unmet. */
import type { PlainDate, Step } from '../../../machines/grammar/index.js';
import type { Requirement, Requirements } from '../requirements.js';
import type { Asked, Verdict } from './verdicts.js';

export const severities = ['low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

type Named = Requirement & { id: string };

/** The requirements, in force on the day, that ask this point of this step. */
export function requirementsOf({ requirements }: Requirements, step: string, point: Asked, on: PlainDate): Named[] {
  return Object.entries(requirements)
    .map(([id, requirement]) => ({ id, ...requirement }))
    .filter(({ in_force: period }) => !period || (period.from <= on && (!period.to || on <= period.to)))
    .filter((r) => (point === 'deadline' ? r.points.length === 0 : r.points.includes(point as never)))
    .filter((r) => r.every_step === true || r.steps?.includes(step));
}

/**
 * A conflict with law is high. A missing answer is high where a red-line requirement names the very step, and medium
 * where only the six points ask it. A time left open is low: the law itself often says no more than «så snart som möjligt».
 */
export function severityOf(verdict: Verdict, point: Asked, step: Step, asking: readonly Named[]): Severity | undefined {
  if (verdict === 'conflict') return 'high';
  if (point === 'deadline') return hasNumber(step) ? undefined : 'low';
  const redLine = asking.some((r) => r.red_line && r.every_step !== true);
  if (verdict === 'absent') return redLine ? 'high' : 'medium';
  if (verdict === 'admitted_gap') return redLine ? 'medium' : 'low';
  return redLine && point === 'P4' ? 'medium' : 'low';
}

const hasNumber = (step: Step): boolean => 'within' in step.deadline || 'by' in step.deadline;
