/** Lets others wait until something has come about. */
export class Changes {
  #look = new Set<() => void>();

  /** Something is different from before. */
  happened(): void {
    for (const look of [...this.#look]) look();
  }

  /** Whether it comes about within so many milliseconds. */
  until(isSo: () => boolean, patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#look.delete(look);
        resolve(isSo());
      };
      const look = () => {
        if (isSo()) end();
      };
      const timer = setTimeout(end, patience);
      this.#look.add(look);
      look();
    });
  }
}
