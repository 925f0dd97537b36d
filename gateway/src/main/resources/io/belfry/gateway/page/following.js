import { isSingle } from './channels.js';
import { Keep } from './keep.js';
import { Ledger } from './ledger.js';

/**
 * Somebody who follows a filter: where to go on, and what to tell of what comes. How it comes is for
 * others.
 */
export class Following {
  #start;
  #handlers;
  #onChange;
  #keep;
  #leave = () => {};
  #isAwaiting = false;

  constructor(filter, { key = filter, ...start }, handlers, onChange) {
    this.filter = filter;
    this.isReady = false;
    this.#start = start;
    this.#handlers = handlers;
    this.#onChange = onChange;
    this.#keep = new Keep(`${location.pathname}:${key}`, () => this.#kept());
    const kept = this.#keep.read();
    this.ledger = new Ledger(kept?.ledger);
    /** What `keep()` of the handlers has returned when this was last written. */
    this.kept = kept?.page;
  }

  /** Where to begin or go on, as the gateway wants it told. */
  async where(ask) {
    const { ledger, filter } = this;
    this.#isAwaiting = false;
    const { from, contents } = this.#start;
    if (ledger.cursor === undefined && isSingle(filter) && ledger.last.has(filter)) {
      return { from: ledger.last.get(filter) + 1 };
    }
    if (ledger.cursor === undefined && contents) {
      this.#isAwaiting = isSingle(filter);
      return { contents: true };
    }
    if (ledger.cursor === undefined && from) {
      if (isSingle(filter)) {
        ledger.begin(filter, from);
      }
      return { from };
    }
    if (ledger.cursor === undefined) { // So that nothing is lost even before the first event.
      const { epoch, offset } = await ask('heads', { filter, limit: 1 });
      ledger.cursor = `${epoch}/${offset}`;
    }
    return { after: ledger.cursor };
  }

  take({ event, snapshot, gap, cursor }) {
    if (this.#isAwaiting) {
      this.#isAwaiting = false;
      this.isReady = true;
    }
    if (event) {
      if (this.ledger.event(event, cursor)) {
        this.#tell('onEvent', event);
      }
    } else if (snapshot) {
      this.ledger.snapshot(snapshot);
      this.#tell('onSnapshot', snapshot);
    } else if (gap) {
      this.ledger.gap(gap, cursor);
      this.#tell('onGap', gap);
    } else if (cursor) {
      this.ledger.cursor = cursor;
    }
    this.#changed();
  }

  /** It is followed; with a content to come first, that has to be there, too. */
  ready() {
    this.isReady = !this.#isAwaiting;
    this.failure = undefined;
    this.#changed();
  }

  /** It will not go on by itself: onRefused says why. */
  refuse(failure) {
    this.failure = failure;
    this.#tell('onRefused', failure);
    this.#changed();
  }

  /** Its place is not in the log, which must be another one. */
  restart() {
    this.ledger.forget();
    if (this.#start.from) {
      this.#start.from = 1;
    }
    this.#tell('onGap', { reason: 'new-log', from: 0, to: 0 });
    this.#changed();
  }

  /** What the page keeps has changed. */
  keep() {
    this.#keep.soon();
  }

  save() {
    this.#keep.now();
  }

  set leave(leave) {
    this.#leave = leave;
  }

  /** Ends it. What was kept stays. */
  close() {
    this.save();
    this.#leave();
  }

  #changed() {
    this.#keep.soon();
    this.#onChange();
  }

  #kept() {
    return { ledger: this.ledger, page: this.#handlers.keep?.() };
  }

  #tell(name, what) {
    try {
      this.#handlers[name]?.(what);
    } catch (error) { // A page's fault must not end the receiving.
      console.error(error);
    }
  }
}
