import { Backoff } from './backoff.js';
import { Failure } from './failure.js';
import { problem } from './rest.js';

/** One following by server-sent events. */
export class Stream {
  #base;
  #following;
  #ask;
  #onState;
  #source;
  #backoff = new Backoff();
  #isClosed = false;

  constructor(base, following, ask, onState) {
    this.#base = base;
    this.#following = following;
    this.#ask = ask;
    this.#onState = onState;
  }

  /** Keeps it up until it is closed, or refused for good. */
  async run() {
    while (!this.#isClosed) {
      try {
        await this.#live(await this.#url());
      } catch (failure) {
        this.#source?.close();
        await this.#fail(failure);
      }
    }
  }

  hurry(isDoubtful) {
    if (isDoubtful) {
      this.#source?.onerror?.();
    }
    this.#backoff.hurry();
  }

  close() {
    this.#isClosed = true;
    this.#source?.close();
    this.#backoff.hurry();
  }

  async #url() {
    const start = await this.#following.where(this.#ask);
    const query = new URLSearchParams({ topic: this.#following.filter });
    for (const name of ['from', 'after'].filter((each) => each in start)) {
      query.set(name, start[name]);
    }
    return `${this.#base}/api/v1/stream?${query}`;
  }

  #live(url) {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        resolve();
        return;
      }
      const source = new EventSource(url);
      this.#source = source;
      source.onopen = () => this.#opened();
      source.onerror = () => this.#reason(url, source).then(reject);
      source.onmessage = ({ data, lastEventId }) => this.#take('event', data, lastEventId);
      source.addEventListener('snapshot', ({ data }) => this.#take('snapshot', data));
      source.addEventListener('gap', (told) => this.#take('gap', told.data, told.lastEventId));
      source.addEventListener('end', ({ data }) => {
        const { code, message, retryAfterMs } = JSON.parse(data);
        reject(new Failure(code, message, retryAfterMs));
      });
    });
  }

  #opened() {
    this.#backoff.reset();
    this.#following.ready();
    this.#onState('connected', { words: 'server-sent events' });
  }

  #take(kind, data, cursor) {
    this.#following.take({ [kind]: JSON.parse(data), cursor: cursor || undefined });
  }

  /** The browser does not tell what the gateway says against a stream: ask the same once more. */
  async #reason(url, source) {
    const isAnswered = source.readyState === EventSource.CLOSED;
    source.close();
    if (!isAnswered) {
      return Failure.lost();
    }
    const abort = new AbortController();
    try {
      const response = await fetch(url, { signal: abort.signal });
      return response.ok ? Failure.lost() : await problem(response);
    } catch {
      return Failure.lost();
    } finally {
      abort.abort();
    }
  }

  async #fail(failure) {
    if (failure.code === 'STALE_CURSOR') {
      this.#following.restart();
    } else if (!failure.isPassing) {
      this.close();
      this.#following.refuse(failure);
      return;
    }
    if (!this.#isClosed) {
      this.#onState('lost', { failure });
      await this.#backoff.wait(this.#backoff.next(failure.retryAfterMs));
    }
  }
}
