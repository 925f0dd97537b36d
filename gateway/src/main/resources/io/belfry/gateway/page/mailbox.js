import { byId, element, say } from './dom.js';
import { call } from './rest.js';
import { showConnection } from './shell.js';
import { moment, several } from './words.js';

const LINK = /https?:\/\/[^\s<>"]+/g;
let chosen;

async function refresh() {
  const said = byId('letters-said');
  try {
    const answer = await call('GET', 'letters');
    const letters = Array.isArray(answer) ? answer : answer.letters;
    showConnection('connected', 'Connected by HTTP');
    list(letters);
    say(said, letters.length ? several(letters.length, 'mail') : 'No mail has come yet.');
  } catch (failure) {
    const isLost = failure.code === 'LOST';
    showConnection(
        isLost ? 'lost' : 'connected', isLost ? 'Connection lost' : 'Connected by HTTP', failure);
    say(said, failure.message);
  }
}

function list(letters) {
  const focused = document.activeElement?.dataset?.letter;
  byId('letters').replaceChildren(...letters.map(item));
  if (focused) {
    byId('letters').querySelector(`[data-letter="${CSS.escape(focused)}"]`)?.focus();
  }
}

function item(letter) {
  const button = element('button', {
    type: 'button',
    'data-letter': letter.id,
    'aria-current': letter.id === chosen ? 'true' : undefined,
    click: () => choose(letter),
  },
  element('strong', {}, letter.subject || '(no subject)'),
  element('span', { class: 'soft' }, `to ${letter.to.join(', ')}`),
  element('time', { class: 'soft', datetime: letter.at }, moment(letter.at)));
  return element('li', {}, button);
}

function choose(letter) {
  chosen = letter.id;
  for (const button of byId('letters').querySelectorAll('button')) {
    button.toggleAttribute('aria-current', button.dataset.letter === chosen);
  }
  byId('letter').hidden = false;
  byId('subject').textContent = letter.subject || '(no subject)';
  byId('envelope').textContent = `From ${letter.from} to ${letter.to.join(', ')}, ${moment(letter.at)}`;
  byId('letter-text').replaceChildren(...linked(letter.text));
  byId('subject').focus();
}

/** Only what leads to this gateway can be clicked: a mail may say anything. */
function linked(text) {
  const parts = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const address = found.replace(/[.,;:!?)\]]+$/, '');
    if (URL.canParse(address) && new URL(address).origin === location.origin) {
      parts.push(text.slice(end, index), element('a', { href: address }, address));
      end = index + address.length;
    }
  }
  return [...parts, text.slice(end)];
}

byId('refresh').addEventListener('click', refresh);
setInterval(() => document.hidden || refresh(), 5_000);
refresh();
