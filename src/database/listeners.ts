/** Those who want to be told. One that fails is warned about and changes nothing for anybody else. */
export class Listeners<T> {
  private readonly all = new Set<(told: T) => void>();

  constructor(private readonly warn: (message: string) => void) {}

  /** Gives back how to stop it. */
  add(listener: (told: T) => void): () => void {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  }

  tell(told: T): void {
    for (const listener of this.all) {
      try {
        listener(told);
      } catch (error) {
        this.warn(`A listener failed after a commit: ${String(error)}`);
      }
    }
  }
}
