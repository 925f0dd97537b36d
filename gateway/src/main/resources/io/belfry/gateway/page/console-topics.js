import { byId, element, onSubmit } from './dom.js';
import { ask } from './rest.js';
import { transport } from './shell.js';
import { moment, several } from './words.js';

const MOST = 200;

/** The form that creates topics. */
export function begin() {
  onSubmit(byId('create'), byId('created'), async () => {
    const topic = byId('new-topic').value.trim();
    await ask('create-topic', {
      topic,
      mode: byId('mode').value,
      description: byId('description').value.trim(),
    });
    byId('create').reset();
    await list();
    return `There is a topic ${topic} now.`;
  });
}

/** Shows the topics. */
export async function list() {
  const said = byId('topics-said');
  try {
    const { topics, hasMore } = await ask('topics', { limit: MOST });
    byId('topics').replaceChildren(...topics.map(item));
    byId('topic-names').replaceChildren(
        ...topics.map(({ spec }) => element('option', { value: spec.topic })));
    said.textContent = hasMore ? `The first ${MOST} of more.`
        : topics.length ? '' : 'There are no topics yet; create one.';
  } catch (failure) {
    byId('topics').replaceChildren();
    said.textContent = failure.message;
  }
}

function item({ spec, head, changed, subscribers, mailboxes }) {
  const { topic, mode, description } = spec;
  const way = transport === 'auto' ? '' : `?transport=${transport}`;
  const counts = [several(head, 'event'), several(subscribers, 'subscriber'),
    several(mailboxes, 'mailbox', 'mailboxes')];
  return element('li', {},
      element('a', { href: `/topics/${encodeURIComponent(topic)}${way}` }, topic),
      element('span', { class: 'soft', title: changed ? `Changed ${moment(changed)}` : undefined },
          `${counts.join(', ')}${mode === 'append' ? ', appended' : ''}`),
      description ? element('span', { class: 'soft' }, description) : undefined);
}
