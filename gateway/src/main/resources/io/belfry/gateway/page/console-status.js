import { byId, element } from './dom.js';
import { ask } from './rest.js';
import { moment, number, several } from './words.js';

/** Shows how the service is. */
export async function list() {
  try {
    show(await ask('status'));
  } catch (failure) {
    byId('status').replaceChildren(row('Status', failure.message));
  }
}

function show({ server, version, since, store, offset, topics, subscriptions, mails, waiting, servers }) {
  byId('status').replaceChildren(
      row('Server', `${server}, version ${version}`),
      row('Since', moment(since)),
      row('Servers', servers.join(', ') || server),
      row('Store', store),
      row('Log', `${several(topics, 'topic')}; last offset ${number(offset)}`),
      row('Subscriptions', number(subscriptions)),
      row('Mailboxes', `${number(mails.mailboxes)} confirmed, ${number(mails.waiting)} waiting, `
          + `${number(mails.stopped)} stopped`),
      row('Waiting to be written', number(waiting)),
      mails.trouble ? row('Trouble with mails', mails.trouble) : '');
}

function row(name, value) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}
