/** Processes that work on a database and can be killed at any moment. `npm run build` makes what they run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a child has been answered, as it told it. */
export interface Line {
  ready?: true;
  key?: string;
  case?: string;
  fact?: string | null;
  cases?: number;
  created?: number;
  sent?: number;
  failed?: number;
  failedCases?: string[];
}

/** What a child is to do; `at` is the instant that its clock shows. */
export type Task = { db: string; at: number } & (
  { does: 'record'; cases: readonly PlannedCase[] } | { does: 'sweep'; environment: Record<string, string> }
);

export interface PlannedCase {
  key: string;
  kommun: string;
  facts: readonly { key: string; type: string; on: string; data: unknown }[];
}

export interface Ended {
  /** Everything that was told before the end. */
  lines: Line[];
  /** Null when it was killed. */
  status: number | null;
  complaint: string;
}

/** A child at work. */
export interface Working {
  child: ChildProcess;
  ended: Promise<Ended>;
}

const script = join(process.cwd(), 'test/durability/child.mjs');

/** Starts a child; `told` is called for each line, and may kill it. */
export function start(task: Task, told: (line: Line, child: ChildProcess) => void = () => undefined): Working {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: Line[] = [];
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    told(line, child);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(task));
  const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ lines, status, complaint })));
  return { child, ended };
}
