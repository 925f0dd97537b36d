/**
 * Messages that came since the last acknowledgement. When a connection breaks before the server has
 * it, it sends them again over the next one, as it must: here they are known again.
 */
export class Unacknowledged {
  #come = new Set();
  #expected = new Set();

  /** Whether a message has not come before. */
  isNew({ channel, data }) {
    const mark = `${channel} ${data.cursor ?? JSON.stringify(data)}`;
    if (this.#expected.delete(mark)) {
      return false;
    }
    this.#come.add(mark);
    return true;
  }

  /** The connection has broken. */
  expect() {
    this.#expected = new Set(this.#come);
  }

  /** All that has come is acknowledged. */
  clear() {
    this.#come.clear();
    this.#expected.clear();
  }
}
