const MINUTE = 60_000;

// The first wait is longer than a slow mail server can take for one run, because it is also how long a message belongs
// to the sender that took it. All of them together outlast a long weekend.
const WAITS = [15, 60, 240, 720, 1440, 1440, 2880].map((minutes) => minutes * MINUTE);

/** After this many attempts a message is given up. */
export const MOST_ATTEMPTS = WAITS.length + 1;

/** Milliseconds from one attempt to the next, given how many have been made. */
export const delayAfter = (attempts: number): number => WAITS[Math.min(attempts, WAITS.length) - 1] ?? 0;
