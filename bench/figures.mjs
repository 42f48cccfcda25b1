// Figures for people: the middle and the slow end of many runs, in milliseconds.
export const now = () => performance.now();

export async function timed(runs, work) {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = now();
    await work(i);
    times.push(now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5), p99: at(0.99), max: times.at(-1), sum: times.reduce((a, b) => a + b, 0) };
}

export const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const line = (what, { p50, p99 }, note = '') =>
  console.log(`  ${what.padEnd(58)} p50 ${ms(p50).padStart(8)}   p99 ${ms(p99).padStart(8)}   ${note}`);
