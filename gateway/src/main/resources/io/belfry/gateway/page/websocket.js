import { Failure } from './failure.js';

const OPENING = 5_000;

/** Messages over a WebSocket, both ways. */
export class WebSocketWire {
  static type = 'websocket';
  static words = 'WebSocket';

  #socket;

  /** Opens one, or fails. */
  static async open(url, { onMessages, onLost }) {
    const wire = new WebSocketWire();
    const socket = new WebSocket(url.replace(/^http/, 'ws'));
    wire.#socket = socket;
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => socket.close(), OPENING);
      socket.onopen = resolve;
      socket.onclose = () => {
        clearTimeout(timer);
        reject(Failure.lost());
      };
      socket.addEventListener('open', () => clearTimeout(timer));
    });
    socket.onclose = onLost;
    socket.onmessage = ({ data }) => onMessages(JSON.parse(data));
    return wire;
  }

  send(messages) {
    this.#socket.send(JSON.stringify(messages));
  }

  /** Ends it; it tells nothing any more. With last words, if there are any. */
  close(lastWords) {
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    if (lastWords && this.#socket.readyState === WebSocket.OPEN) {
      this.send(lastWords);
    }
    this.#socket.close();
  }
}
