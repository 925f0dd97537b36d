const FIRST = 250;
const LONGEST = 10_000;

/** How long to wait before the next try: longer each time, and never all at the same moment. */
export class Backoff {
  #tries = 0;
  #wake = () => {};

  /** It has gone well. */
  reset() {
    this.#tries = 0;
  }

  /** The next time to wait, in milliseconds. */
  next(atLeast = 0) {
    const most = Math.min(LONGEST, FIRST * 2 ** this.#tries++);
    return Math.max(atLeast, most / 2 + (Math.random() * most) / 2);
  }

  /** Waits for so long, or until it is hurried. */
  wait(millis) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the waiting. */
  hurry() {
    this.#wake();
  }
}
