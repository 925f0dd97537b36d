import { isSingle } from './channels.js';
import { byId, element, say, seldom } from './dom.js';
import { Live } from './live.js';
import { explain } from './notice.js';
import { show } from './shell.js';
import { gapWords, several, time, words } from './words.js';

const MOST_ROWS = 300;
const MOST_KEPT = 100;
const LONGEST_KEPT = 200;

/** What comes in, the newest on top. A filter has a Live of its own, so that none mixes with another. */
export class Tail {
  #transport;
  #changed;
  #rows = [];
  #waiting = [];
  #isPaused = false;
  #isToDraw = false;
  #following;
  #content = '';
  #tell = seldom(3_000, () =>
    say(byId('tail-said'), `${several(this.#following.ledger.received, 'event')} so far.`));

  constructor(transport, changed) {
    this.#transport = transport;
    this.#changed = changed;
    byId('follow').addEventListener('submit', (event) => {
      event.preventDefault();
      const filter = byId('tail-filter').value.trim() || '#';
      history.replaceState(null, '', this.#address(filter));
      this.follow();
    });
    byId('pause').addEventListener('click', () => this.#pause(!this.#isPaused));
    byId('clear').addEventListener('click', () => this.#clear());
  }

  /** Follows what the form says, from now on or from where this tab has been. */
  follow() {
    const filter = byId('tail-filter').value.trim() || '#';
    byId('notice').hidden = true;
    this.#following?.close();
    this.live?.close();
    this.live = new Live({ transport: this.#transport });
    this.#clear();
    show(this.live);
    this.#showContent(isSingle(filter) ? filter : undefined);
    this.#following = this.live.follow(filter, { contents: isSingle(filter) }, {
      onEvent: (event) => this.#event(event),
      onSnapshot: (snapshot) => this.#take(snapshot),
      onGap: (gap) => this.#add({ gap }),
      onRefused: (failure) => explain(failure, filter, () => this.follow()),
      keep: () => ({ rows: this.#rows.slice(-MOST_KEPT).map(brief), content: this.#content }),
    });
    this.#setContent(this.#following.kept?.content ?? '');
    this.#following.kept?.rows.forEach((row) => this.#add(row));
  }

  #event(event) {
    this.#add({ event });
    this.#setContent(words(event.content));
    this.#changed();
    this.#tell();
  }

  #take({ seq, content }) {
    this.#setContent(seq ? words(content) : '');
  }

  #add(row) {
    if (this.#isPaused) {
      this.#waiting.push(row);
      this.#waiting.splice(0, this.#waiting.length - MOST_ROWS);
      this.#showPause();
      return;
    }
    this.#rows.push(row);
    this.#rows.splice(0, this.#rows.length - MOST_ROWS);
    this.#draw();
  }

  /** What came since the last frame is put in at once. */
  #draw() {
    if (this.#isToDraw) {
      return;
    }
    this.#isToDraw = true;
    const draw = () => {
      this.#isToDraw = false;
      const fresh = this.#rows.filter((row) => !row.element).reverse();
      byId('tail').prepend(...fresh.map((row) => {
        row.element = row.gap ? gapRow(row.gap) : eventRow(row.event);
        return row.element;
      }));
      while (byId('tail').childElementCount > MOST_ROWS) {
        byId('tail').lastElementChild.remove();
      }
    };
    setTimeout(draw, 30); // Not by frames: nobody would look at them in the background.
  }

  #pause(isPaused) {
    this.#isPaused = isPaused;
    if (!isPaused) {
      this.#waiting.splice(0).forEach((row) => this.#add(row));
    }
    this.#showPause();
  }

  #showPause() {
    const button = byId('pause');
    button.setAttribute('aria-pressed', this.#isPaused);
    say(button, !this.#isPaused ? 'Pause' : this.#waiting.length === 0 ? 'Go on'
        : `Go on (${this.#waiting.length} waiting)`);
  }

  #clear() {
    this.#rows = [];
    this.#waiting = [];
    byId('tail').replaceChildren();
    this.#showPause();
  }

  #showContent(topic) {
    byId('content-part').hidden = topic === undefined;
    byId('content-topic').textContent = topic ?? '';
  }

  #setContent(text) {
    this.#content = text;
    say(byId('content'), text);
  }

  #address(filter) {
    const query = new URLSearchParams({ filter });
    if (this.#transport !== 'auto') {
      query.set('transport', this.#transport);
    }
    return `/?${query}`;
  }
}

function eventRow({ topic, seq, at, content }) {
  return element('li', { 'data-topic': topic, 'data-seq': seq },
      element('time', { datetime: at }, time(at)),
      element('span', { class: 'topic' }, topic),
      element('span', { class: 'seq' }, `${seq}`),
      element('span', { class: 'text' }, words(content)));
}

function gapRow(gap) {
  return element('li', { class: 'gap', 'data-from': gap.from, 'data-to': gap.to }, gapWords(gap));
}

/** What is kept of a row is short: the storage of a tab is small. */
function brief({ event, gap }) {
  return gap ? { gap }
      : { event: { ...event, content: { text: words(event.content).slice(0, LONGEST_KEPT) } } };
}
