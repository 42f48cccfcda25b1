/** The level of a message that puts a wrong reminder right. */
const LEVEL = 'rattelse';

/** `rattelse`; `rattelse-2` when an earlier one was withdrawn before it was sent. */
export const correctionLevel = (withdrawnBefore: number): string =>
  withdrawnBefore === 0 ? LEVEL : `${LEVEL}-${withdrawnBefore + 1}`;

export const isCorrectionLevel = (level: string): boolean => level === LEVEL || level.startsWith(`${LEVEL}-`);
