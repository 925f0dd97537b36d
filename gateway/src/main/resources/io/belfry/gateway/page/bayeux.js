import { Backoff } from './backoff.js';
import { Failure } from './failure.js';
import { Unacknowledged } from './unacknowledged.js';

const PATIENCE = 15_000;
const GRACE = 10_000;
const SILENCE = 45_000;
const isReply = (message) => message.successful === true;
const isGone = ({ successful, advice }) =>
  successful === false && advice?.reconnect === 'handshake';
const isAnswer = (message) => 'data' in message;

/**
 * A session of the Bayeux protocol, which goes on over one wire after the other: what was not
 * acknowledged comes again over the next one. When the server knows it no more, a new one begins.
 */
export class Session {
  #wires;
  #told;
  #wire;
  #clientId;
  #ack;
  #unacknowledged = new Unacknowledged();
  #advice = {};
  #ids = 0;
  #pending = new Map();
  #backoff = new Backoff();
  #heard = 0;
  #isClosed = false;

  /**
   * @param wires how to reach the server
   * @param told onState(state, {words, failure}), onNew() when subscriptions have to be made,
   *     onMessage(channel, data)
   */
  constructor(wires, told) {
    this.#wires = wires;
    this.#told = told;
  }

  /** Keeps it up until it is closed. */
  async run() {
    while (!this.#isClosed) {
      try {
        await this.#open();
        await this.#live();
      } catch (failure) {
        this.#lose(failure);
        await this.#pause(failure);
      }
    }
  }

  /** Whether it can be asked now. */
  get isOpen() {
    return this.#clientId !== undefined && this.#wire !== undefined;
  }

  /** Begins to receive; fails with what the server says against it. */
  subscribe(channel, start) {
    const ext = { belfry: start };
    return this.#request({ channel: '/meta/subscribe', subscription: channel, ext });
  }

  unsubscribe(channel) {
    return this.#request({ channel: '/meta/unsubscribe', subscription: channel });
  }

  /** Asks for an operation of the service. */
  async ask(operation, data) {
    const answer = await this.#request({ channel: `/service/${operation}`, data }, isAnswer);
    if (answer.data.error) {
      const { code, message, retryAfterMs } = answer.data.error;
      throw new Failure(code, message, retryAfterMs);
    }
    return answer.data.ok;
  }

  /** Tries at once, if it waits; a wire that was silent for long is not relied upon. */
  hurry(isDoubtful) {
    if (isDoubtful || Date.now() - this.#heard > SILENCE) {
      this.#lose(Failure.lost());
    }
    this.#backoff.hurry();
  }

  /** Ends it. */
  close() {
    const last = { id: this.#nextId(), channel: '/meta/disconnect', clientId: this.#clientId };
    this.#isClosed = true;
    this.#lose(Failure.lost(), this.#clientId && [last]);
    this.#clientId = undefined;
    this.#backoff.hurry();
  }

  async #open() {
    const wire = await this.#wires.open({
      onMessages: (messages) => this.#receive(messages),
      onLost: () => this.#lose(Failure.lost()),
    });
    this.#wire = wire;
    if (this.#isClosed) {
      throw Failure.lost();
    }
  }

  async #live() {
    if (this.#clientId === undefined) {
      await this.#handshake();
      this.#told.onNew();
    }
    await this.#connect({ advice: { timeout: 0 } });
    this.#backoff.reset();
    this.#told.onState('connected', { words: this.#wire?.constructor.words });
    for (;;) {
      const { advice } = await this.#connect({});
      const interval = advice?.interval ?? this.#advice.interval ?? 0;
      if (interval > 0) { // There are more who poll in this browser than it has connections for.
        await this.#backoff.wait(interval);
      }
    }
  }

  async #handshake() {
    const reply = await this.#request({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: [this.#wire.constructor.type],
      ext: { ack: true },
    });
    const ack = reply.ext?.ack;
    this.#ack = ack === true ? 0 : ack?.batch;
    this.#unacknowledged.clear();
    this.#clientId = reply.clientId;
    this.#advice = reply.advice ?? {};
  }

  #connect(more) {
    return this.#request({
      channel: '/meta/connect',
      connectionType: this.#wire?.constructor.type,
      ...(this.#ack === undefined ? {} : { ext: { ack: this.#ack } }),
      ...more,
    });
  }

  #nextId() {
    return String(++this.#ids);
  }

  #request(message, isDone = isReply) {
    if (!this.#wire) {
      return Promise.reject(Failure.lost());
    }
    const id = this.#nextId();
    const { channel } = message;
    const wait = channel === '/meta/connect' ? (this.#advice.timeout ?? 0) + GRACE : PATIENCE;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#lose(Failure.lost()), wait);
      this.#pending.set(id, { channel, isDone, resolve, reject, timer });
      this.#wire.send([{ id, clientId: this.#clientId, ...message }]);
    });
  }

  #receive(messages) {
    this.#heard = Date.now();
    for (const message of messages) {
      if (!this.#settle(message) && isAnswer(message) && this.#unacknowledged.isNew(message)) {
        this.#told.onMessage(message.channel, message.data);
      }
    }
    const connected = messages.find((each) => each.channel === '/meta/connect' && isReply(each));
    if (connected?.ext?.ack !== undefined) {
      this.#ack = connected.ext.ack;
      this.#unacknowledged.clear();
    }
    if (messages.some(isGone)) {
      this.#clientId = undefined;
      this.#lose(Failure.lost());
    }
  }

  #settle(message) {
    const asked = this.#pending.get(message.id);
    if (asked?.channel !== message.channel) {
      return false;
    }
    if (asked.isDone(message)) {
      asked.resolve(message);
    } else if (message.successful === false) {
      asked.reject(Failure.ofReply(message));
    } else { // It was taken; the answer comes later.
      return true;
    }
    this.#pending.delete(message.id);
    clearTimeout(asked.timer);
    return true;
  }

  /** Whether a subscription is there whose reply is lost can't be told: then all begins anew. */
  #lose(failure, lastWords) {
    this.#wire?.close(lastWords);
    this.#wire = undefined;
    this.#unacknowledged.expect();
    for (const asked of this.#pending.values()) {
      clearTimeout(asked.timer);
      if (/^\/meta\/(un)?subscribe$/.test(asked.channel)) {
        this.#clientId = undefined;
      }
      asked.reject(failure);
    }
    this.#pending.clear();
  }

  async #pause(failure) {
    if (!this.#isClosed) {
      this.#told.onState('lost', { failure });
      await this.#backoff.wait(this.#backoff.next(failure.retryAfterMs));
    }
  }
}
