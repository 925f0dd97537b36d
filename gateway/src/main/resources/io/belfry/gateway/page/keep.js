const PAUSE = 250;

/**
 * Keeps a value over a reload, in the storage of this tab. What belongs together is written
 * together: a place in the log, and what a page has made of everything up to there.
 */
export class Keep {
  #name;
  #make;
  #timer;

  constructor(name, make) {
    this.#name = `belfry:${name}`;
    this.#make = make;
  }

  /** What was kept, if anything. */
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#name) ?? 'null') ?? undefined;
    } catch { // Written by another version, or there is no storage.
      return undefined;
    }
  }

  /** Something has changed. */
  soon() {
    this.#timer ??= setTimeout(() => this.now(), PAUSE);
  }

  /** Writes it. */
  now() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(this.#make()));
    } catch { // Full, or forbidden: then a reload begins anew.
      sessionStorage.removeItem?.(this.#name);
    }
  }
}
