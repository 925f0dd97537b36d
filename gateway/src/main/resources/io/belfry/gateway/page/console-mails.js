import { byId, element, onSubmit, say } from './dom.js';
import { ask } from './rest.js';
import { moment, several } from './words.js';

const MOST = 100;
/** What can be done in which state; what can't be undone is asked for twice. */
const STEERINGS = {
  pending: ['remove'],
  active: ['pause', 'remove'],
  paused: ['resume', 'remove'],
  stopped: ['pause', 'remove'],
};
const AFTER_FAILURE = ['retry', 'drop'];
const TITLES = {
  retry: 'Tries at once what waits or was refused.',
  drop: 'Gives up the mail that was tried, for good.',
  pause: 'Lets everything wait.',
  resume: 'Goes on after a pause.',
  remove: 'Ends the registration, for good.',
};

/** The forms about mails. */
export function begin() {
  onSubmit(byId('register'), byId('registered'), async () => {
    const { mustConfirm } = await ask('register-email', {
      address: byId('address').value.trim(),
      filter: byId('filter').value.trim(),
      language: byId('language').value,
    });
    list();
    return mustConfirm
      ? 'A mail with a code is on its way; the registration counts once it is confirmed.'
      : 'Registered.';
  });
  onSubmit(byId('confirm'), byId('confirmed'), async () => {
    const { address, filter } = await ask('confirm-email', { code: byId('code').value.trim() });
    list();
    return `${address} gets mails about ${filter} from now on.`;
  });
  byId('state').addEventListener('change', list);
}

/** Shows the mailboxes. */
export async function list() {
  const said = byId('mailboxes-said');
  try {
    const { mailboxes, hasMore } =
        await ask('mailboxes', { state: byId('state').value, limit: MOST });
    byId('mailboxes').replaceChildren(...mailboxes.map(row));
    byId('mailboxes-table').hidden = mailboxes.length === 0;
    say(said, hasMore ? `The first ${MOST} of more.` : mailboxes.length ? '' : 'There are none.');
  } catch (failure) {
    byId('mailboxes').replaceChildren();
    byId('mailboxes-table').hidden = true;
    say(said, failure.message);
  }
}

function row({ id, registration, state, failure }) {
  const { address, filter } = registration;
  return element('tr', { 'data-id': id, 'data-state': state },
      element('th', { scope: 'row' }, address),
      element('td', {}, filter),
      element('td', {}, state, failure ? element('small', {}, failureWords(failure)) : undefined),
      element('td', {}, element('div', { class: 'buttons' },
          ...[...(failure ? AFTER_FAILURE : []), ...(STEERINGS[state] ?? [])].map((steering) => button(id, address, steering)))));
}

function failureWords({ tries, nextTry, reason }) {
  return `${reason} (${several(tries, 'try', 'tries')}`
      + `${nextTry ? `, the next at ${moment(nextTry)}` : ''})`;
}

function button(id, address, steering) {
  let isSure = !['drop', 'remove'].includes(steering);
  const click = async ({ currentTarget }) => {
    if (!isSure) {
      isSure = true;
      currentTarget.textContent = `Really ${steering}?`;
      return;
    }
    try {
      await ask('steer-mailbox', { id, steering });
      await list();
    } catch (failure) {
      say(byId('mailboxes-said'), failure.message);
    }
  };
  const attributes = {
    type: 'button', title: TITLES[steering], 'aria-label': `${steering} ${address}`,
    'data-steering': steering, click,
  };
  return element('button', attributes, steering);
}
