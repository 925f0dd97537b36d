import { PollingWire } from './polling.js';
import { WebSocketWire } from './websocket.js';

const PATIENCE = 3;

/**
 * Which wire to take: WebSocket, and long polling where that does not come through. Where it did
 * once, a failure is mostly an outage, so that it is given a few tries.
 */
export class Wires {
  #url;
  #transport;
  #failures = PATIENCE;

  constructor(url, transport) {
    this.#url = url;
    this.#transport = transport;
  }

  /** Opens a wire, or fails. */
  async open(listener) {
    if (this.#transport === PollingWire.type) {
      return PollingWire.open(this.#url, listener);
    }
    try {
      const wire = await WebSocketWire.open(this.#url, listener);
      this.#failures = 0;
      return wire;
    } catch (failure) {
      if (this.#transport === WebSocketWire.type || ++this.#failures < PATIENCE) {
        throw failure;
      }
      return PollingWire.open(this.#url, listener);
    }
  }
}
