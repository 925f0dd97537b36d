import { byId, onSubmit, say, seldom } from './dom.js';
import { Live } from './live.js';
import { explain } from './notice.js';
import { show, transport } from './shell.js';

const STEP = 15;
const topic = new URLSearchParams(location.search).get('topic') ?? 'demo.rectangle';
const rectangle = byId('rectangle');
const live = new Live({ transport });
let stand = { angle: 0, seq: 0 };

const tell = seldom(1_000, () =>
  say(byId('stand'), `It stands at ${((stand.angle % 360) + 360) % 360}°, turned by event ${stand.seq}.`));

function turn(angle, seq) {
  stand = { angle, seq };
  rectangle.style.rotate = `${angle}deg`;
  rectangle.dataset.angle = angle;
  rectangle.dataset.seq = seq;
  tell();
}

function angleOf({ text = '' }) {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function follow() {
  const following = live.follow(topic, { contents: true }, {
    onSnapshot: ({ seq, content }) => turn(angleOf(content) ?? stand.angle, seq),
    onEvent: ({ seq, content }) => turn(angleOf(content) ?? stand.angle + STEP, seq),
    onRefused: (failure) => explain(failure, topic, () => {
      following.close();
      follow();
    }),
    keep: () => stand,
  });
  const { angle, seq } = following.kept ?? stand;
  turn(angle, seq);
}

byId('topic').textContent = topic;
onSubmit(byId('publish'), byId('published'), async () => {
  const { seq } = await live.publish(topic, byId('angle').value);
  return `Published as event ${seq}.`;
});
show(live);
follow();
