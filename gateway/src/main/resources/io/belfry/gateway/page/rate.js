const SPAN = 5;

/** How many there were in a second, on the average of the last few. */
export class Rate {
  #counts = new Map();

  count() {
    const second = Math.floor(performance.now() / 1_000);
    this.#counts.set(second, (this.#counts.get(second) ?? 0) + 1);
  }

  get value() {
    const now = Math.floor(performance.now() / 1_000);
    let sum = 0;
    for (const [second, count] of this.#counts) {
      if (second < now - SPAN) {
        this.#counts.delete(second);
      } else if (second < now) { // This one is not over.
        sum += count;
      }
    }
    return sum / SPAN;
  }
}
