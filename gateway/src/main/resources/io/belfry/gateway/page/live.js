import { Backoff } from './backoff.js';
import { Session } from './bayeux.js';
import { channelOf, matches } from './channels.js';
import { Failure } from './failure.js';
import { Following } from './following.js';
import { newKey } from './key.js';
import { ask } from './rest.js';
import { Stream } from './sse.js';
import { Wires } from './wires.js';

const COUNTS = ['received', 'missing', 'repeated', 'gaps'];
const PUBLISHING = 30_000;

/**
 * What happens on topics, as it happens: of each topic every event once and in order, whatever
 * becomes of the connection, also over a reload of the page.
 *
 *     const live = new Live();
 *     live.follow('weather.*', { contents: true }, {
 *       onSnapshot: ({ topic, seq, content }) => {},
 *       onEvent: ({ topic, seq, at, content }) => {},
 *       onGap: ({ topic, from, to, reason }) => {},
 *     });
 *     await live.publish('weather.paris', '5 °C, sun');
 *
 * The filters that one of it follows at the same time must not overlap.
 */
export class Live {
  #transport;
  #session;
  #sessionState = { state: 'connecting' };
  #followings = new Map();
  #streams = new Map();
  #listeners = [];
  #isToShow = false;
  #undo;

  /** @param transport auto, websocket, long-polling or sse */
  constructor({ transport = 'auto' } = {}) {
    this.#transport = transport;
    this.#undo = this.#watchPage();
  }

  /**
   * Follows topics.
   *
   * @param filter which
   * @param start where to begin, unless this tab has followed them before and goes on: `contents`
   *     for the current contents first, `from` for the first seq wanted, nothing for what is
   *     published from now on. `key` tells apart what is kept of followers of the same filter
   * @param handlers onEvent, onSnapshot, onGap; onRefused(failure) if it ends; `keep()` returns what
   *     the page has made of it, which is then `kept` of the following after a reload
   */
  follow(filter, start, handlers) {
    const following = new Following(filter, start ?? {}, handlers, () => this.#show());
    const channel = this.#transport === 'sse' ? undefined : channelOf(filter);
    following.leave = () => this.#leave(following, channel);
    this.#followings.set(following, channel);
    // When the page knows what it has begun.
    queueMicrotask(() => (channel ? this.#join(following, channel) : this.#stream(following)));
    return following;
  }

  /** Publishes; it is repeated under the same key until it is known whether it was done. */
  async publish(topic, text, type) {
    const content = type === undefined ? { text } : { type, text };
    const publication = { topic, content, key: newKey() };
    const backoff = new Backoff();
    for (const begun = Date.now(); ;) {
      try {
        return await this.ask('publish', publication);
      } catch (failure) {
        if (!failure.isPassing || Date.now() - begun > PUBLISHING) {
          throw failure;
        }
        await backoff.wait(backoff.next(failure.retryAfterMs));
      }
    }
  }

  /** Asks for an operation of the service: over the session if there is one, or else over HTTP. */
  ask(operation, argumentsOfIt = {}) {
    return this.#session?.isOpen
      ? this.#session.ask(operation, argumentsOfIt)
      : ask(operation, argumentsOfIt);
  }

  /** Tells {state, words, counts} whenever that changes. */
  onState(listener) {
    this.#listeners.push(listener);
    this.#show();
  }

  /** Ends it all. */
  close() {
    this.#undo();
    this.#listeners = [];
    this.#stop();
  }

  #join(following, channel) {
    if (!this.#followings.has(following)) {
      return;
    }
    if (this.#session?.isOpen) {
      this.#subscribe(following, channel);
    } else {
      this.#openSession();
    }
  }

  #openSession() {
    if (this.#session) {
      return;
    }
    this.#session = new Session(new Wires(`${location.origin}/cometd`, this.#transport), {
      onState: (state, more) => {
        this.#sessionState = { state, ...more };
        this.#show();
      },
      onNew: () => this.#channels().forEach(([following, channel]) => {
        following.isReady = false;
        following.failure = undefined;
        this.#subscribe(following, channel);
      }),
      onMessage: (channel, data) => this.#take(channel, data),
    });
    this.#session.run();
  }

  #channels() {
    return [...this.#followings].filter(([, channel]) => channel);
  }

  /** Tries until it is subscribed, or refused, or another session has begun to try. */
  async #subscribe(following, channel) {
    const session = this.#session;
    const backoff = new Backoff();
    const attempt = {};
    following.attempt = attempt;
    const isWanted = () => following.attempt === attempt && session === this.#session;
    while (isWanted()) {
      try {
        const start = await following.where(ask);
        if (isWanted()) {
          await session.subscribe(channel, start);
          following.ready();
        }
        return;
      } catch (failure) {
        if (failure.code === 'STALE_CURSOR') {
          following.restart();
        } else if (!failure.isPassing) {
          following.refuse(failure);
          return;
        }
        await backoff.wait(backoff.next(failure.retryAfterMs));
      }
    }
  }

  #take(channel, data) {
    if (channel === '/service/end') {
      const { code, message, retryAfterMs } = data.error;
      this.#of(data.subscription).forEach((each) =>
        each.refuse(new Failure(code, message, retryAfterMs)));
      return;
    }
    const topic = (data.event ?? data.snapshot ?? data.gap)?.topic;
    const concerned = topic === undefined ? this.#of(data.subscription) : this.#wanting(topic);
    concerned.forEach((each) => each.take(data));
  }

  #of(subscription) {
    return this.#channels().filter(([, channel]) => channel === subscription).map(([each]) => each);
  }

  #wanting(topic) {
    return this.#channels().map(([each]) => each).filter(({ filter }) => matches(filter, topic));
  }

  #stream(following) {
    if (!this.#followings.has(following)) {
      return;
    }
    const entry = { state: 'connecting' };
    entry.stream = new Stream('', following, ask, (state, more) => {
      Object.assign(entry, { state, ...more });
      this.#show();
    });
    this.#streams.set(following, entry);
    entry.stream.run();
  }

  #leave(following, channel) {
    this.#followings.delete(following);
    following.attempt = undefined;
    this.#streams.get(following)?.stream.close();
    this.#streams.delete(following);
    if (channel && this.#session?.isOpen) {
      this.#session.unsubscribe(channel).catch(() => {});
    }
    this.#show();
  }

  #stop() {
    this.#followings.forEach((channel, following) => following.save());
    this.#session?.close();
    this.#session = undefined;
    this.#streams.forEach(({ stream }) => stream.close());
    this.#streams.clear();
  }

  #watchPage() {
    const watch = new AbortController();
    const on = (target, name, action) =>
      target.addEventListener(name, action, { signal: watch.signal });
    const hurry = (isDoubtful) => {
      this.#session?.hurry(isDoubtful);
      this.#streams.forEach(({ stream }) => stream.hurry(isDoubtful));
    };
    on(window, 'online', () => hurry(true));
    on(window, 'offline', () => hurry(true));
    on(document, 'visibilitychange', () => document.hidden || hurry(false));
    on(window, 'pagehide', () => this.#stop());
    on(window, 'pageshow', ({ persisted }) => persisted && this.#again());
    return () => watch.abort();
  }

  /** The browser has kept the page as it was, and shows it again. */
  #again() {
    this.#followings.forEach((channel, following) =>
      channel ? this.#join(following, channel) : this.#stream(following));
  }

  /** At most once for all that comes at once. */
  #show() {
    if (!this.#isToShow) {
      this.#isToShow = true;
      queueMicrotask(() => {
        this.#isToShow = false;
        this.#showNow();
      });
    }
  }

  #showNow() {
    const parts = [...this.#streams.values(), ...(this.#session ? [this.#sessionState] : [])];
    const followings = [...this.#followings.keys()];
    const lost = followings.find(({ failure }) => failure)
        ?? parts.find(({ state }) => state === 'lost');
    const isConnected = parts.length > 0 && parts.every(({ state }) => state === 'connected')
        && followings.every(({ isReady }) => isReady);
    const shown = {
      state: lost ? 'lost' : isConnected ? 'connected' : 'connecting',
      words: parts.find(({ words }) => words)?.words,
      failure: lost?.failure,
      counts: Object.fromEntries(COUNTS.map((name) =>
        [name, followings.reduce((sum, { ledger }) => sum + ledger[name], 0)])),
    };
    this.#listeners.forEach((listener) => listener(shown));
  }
}
