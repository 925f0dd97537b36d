const MOST_TOPICS = 2_000;

/**
 * What a follower has had: how far it is in the log, the last seq of each topic, and how many events
 * came, were missing or came twice. It tells what to hand on, so that nothing is handed on twice.
 */
export class Ledger {
  constructor(kept = {}) {
    this.epoch = kept.epoch;
    this.cursor = kept.cursor;
    this.last = new Map(kept.last ?? []);
    this.received = kept.received ?? 0;
    this.missing = kept.missing ?? 0;
    this.repeated = kept.repeated ?? 0;
    this.gaps = kept.gaps ?? 0;
  }

  /** Whether an event is to be handed on. */
  event({ epoch, topic, seq }, cursor) {
    this.#enter(epoch);
    this.cursor = cursor ?? this.cursor;
    const last = this.last.get(topic);
    if (last !== undefined && seq <= last) {
      this.repeated++;
      return false;
    }
    if (last !== undefined) {
      this.missing += seq - last - 1;
    }
    this.received++;
    this.#stand(topic, seq);
    return true;
  }

  /** A content has all that was before it; what was not handed on of that is missing. */
  snapshot({ epoch, topic, seq }) {
    this.#enter(epoch);
    const last = this.last.get(topic) ?? seq;
    this.missing += Math.max(0, seq - last);
    this.#stand(topic, Math.max(seq, last));
  }

  /** Something can't be had any more. */
  gap({ epoch, topic, to }, cursor) {
    this.#enter(epoch);
    this.cursor = cursor ?? this.cursor;
    this.gaps++;
    if (topic === undefined) { // Of the whole log: no telling which topics it concerns.
      this.last.clear();
    } else if (!to) { // Not known how far.
      this.last.delete(topic);
    } else if (to > (this.last.get(topic) ?? 0)) {
      this.#stand(topic, to);
    }
  }

  /** The log is another one, or it can't be gone on with. */
  forget() {
    this.gaps++;
    this.cursor = undefined;
    this.last.clear();
  }

  /** The events of a topic are known to begin with this one. */
  begin(topic, seq) {
    this.#stand(topic, seq - 1);
  }

  toJSON() {
    return { ...this, last: [...this.last] };
  }

  #enter(epoch) {
    if (epoch !== undefined && epoch !== this.epoch) {
      this.last.clear();
      this.epoch = epoch;
    }
  }

  /** The topics that were silent for longest are forgotten first. */
  #stand(topic, seq) {
    this.last.delete(topic);
    this.last.set(topic, seq);
    if (this.last.size > MOST_TOPICS) {
      this.last.delete(this.last.keys().next().value);
    }
  }
}
