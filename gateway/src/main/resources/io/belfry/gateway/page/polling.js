/** Messages over requests of HTTP, the answer to one of which always waits for news. */
export class PollingWire {
  static type = 'long-polling';
  static words = 'long polling';

  #url;
  #listener;
  #abort = new AbortController();

  /** Opens nothing: whether it works is seen at the first message. */
  static async open(url, listener) {
    const wire = new PollingWire();
    wire.#url = url;
    wire.#listener = listener;
    return wire;
  }

  async send(messages) {
    try {
      const response = await this.#post(messages, { signal: this.#abort.signal });
      if (!response.ok) {
        throw new Error(`HTTP status ${response.status}`);
      }
      const answer = await response.json();
      if (!this.#abort.signal.aborted) {
        this.#listener.onMessages(answer);
      }
    } catch {
      if (!this.#abort.signal.aborted) {
        this.#listener.onLost();
      }
    }
  }

  /** Ends it; it tells nothing any more. With last words, if there are any. */
  close(lastWords) {
    this.#abort.abort();
    if (lastWords) {
      this.#post(lastWords, { keepalive: true }).catch(() => {});
    }
  }

  #post(messages, more) {
    return fetch(this.#url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
      body: JSON.stringify(messages),
      ...more,
    });
  }
}
