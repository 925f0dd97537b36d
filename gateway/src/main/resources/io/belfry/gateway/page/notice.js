import { byId, element } from './dom.js';
import { ask } from './rest.js';

/** Says why a topic is not followed, and offers what helps; `again` is called when it may have. */
export function explain(failure, topic, again) {
  const notice = byId('notice');
  notice.replaceChildren(element('p', {}, failure.message));
  notice.hidden = false;
  const close = () => {
    notice.hidden = true;
    again();
  };
  if (failure.code === 'UNKNOWN_TOPIC') {
    notice.append(element('button', { type: 'button', click: () => create(topic, close) },
        `Create ${topic}`));
  } else if (failure.code === 'UNAUTHENTICATED') {
    notice.append(element('a', { href: '/#login', class: 'button' }, 'Log in'));
  } else {
    notice.append(element('button', { type: 'button', click: close }, 'Try again'));
  }
}

async function create(topic, close) {
  try {
    await ask('create-topic', { topic });
    close();
  } catch (failure) {
    byId('notice').firstChild.textContent = failure.message;
  }
}
