import { byId, onSubmit, say, seldom } from './dom.js';
import { Live } from './live.js';
import { explain } from './notice.js';
import { Plot } from './plot.js';
import { Rate } from './rate.js';
import { ask } from './rest.js';
import { Ring } from './ring.js';
import { show, transport } from './shell.js';
import { number } from './words.js';

const POINTS = 10_000;
const topic = new URLSearchParams(location.search).get('topic') ?? 'demo.chart';
const canvas = byId('chart');
const plot = new Plot(canvas);
const ring = new Ring(POINTS);
const rate = new Rate();
const live = new Live({ transport });
let lastSeq = 0;
let isToDraw = false;

/** What came since the last frame is drawn in one. */
function draw() {
  if (!isToDraw) {
    isToDraw = true;
    requestAnimationFrame(() => {
      isToDraw = false;
      plot.draw(ring);
    });
  }
}

function figures() {
  const [least, most] = ring.range(0, ring.length);
  const of = (value) => (ring.length ? number(value) : '–');
  say(byId('last'), of(ring.length && ring.at(ring.length - 1)));
  say(byId('least'), of(least));
  say(byId('most'), of(most));
  say(byId('points'), number(ring.length));
  say(byId('rate'), number(Math.round(rate.value * 10) / 10));
}

const summary = seldom(5_000, () => {
  const [least, most] = ring.range(0, ring.length);
  say(byId('summary'), `The last of ${number(ring.length)} numbers is `
      + `${number(ring.at(ring.length - 1))}; they go from ${number(least)} to ${number(most)}.`);
});

function add({ seq, content }) {
  const value = content.text?.trim() ? Number(content.text) : NaN;
  lastSeq = seq;
  canvas.dataset.lastSeq = seq;
  if (Number.isFinite(value)) {
    ring.push(value);
    rate.count();
    canvas.dataset.points = ring.length;
    draw();
    summary();
  }
}

/** With as many of the past as there is room for. */
async function begin() {
  try {
    const { topics } = await ask('topics', { filter: topic });
    const { head = 0, first = 1 } = topics[0] ?? {};
    follow(Math.max(1, first, head - POINTS + 1));
  } catch { // Whoever follows is told better why.
    follow(1);
  }
}

function follow(from) {
  const following = live.follow(topic, { from }, {
    onSnapshot: add,
    onEvent: add,
    onRefused: (failure) => explain(failure, topic, () => {
      following.close();
      begin();
    }),
    keep: () => ({ numbers: ring, lastSeq }),
  });
  restore(following.kept);
}

function restore(kept) {
  if (kept && ring.length === 0) {
    kept.numbers.forEach((value) => ring.push(value));
    lastSeq = kept.lastSeq;
    canvas.dataset.points = ring.length;
    canvas.dataset.lastSeq = lastSeq;
    draw();
  }
}

byId('topic').textContent = topic;
onSubmit(byId('publish'), byId('published'), async () => {
  const { seq } = await live.publish(topic, byId('number').value);
  return `Published as event ${seq}.`;
});
new ResizeObserver(draw).observe(canvas);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  plot.dress();
  draw();
});
setInterval(figures, 500);
figures();
show(live);
begin();
