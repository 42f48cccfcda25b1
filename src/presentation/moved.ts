/** What a fact moved: the states that were left and those that were come to, without what stood still beside them. */
export function moved(
  from: readonly string[],
  to: readonly string[],
): { left: readonly string[]; entered: readonly string[] } {
  return {
    left: from.filter((state) => !to.includes(state)),
    entered: to.filter((state) => !from.includes(state)),
  };
}
