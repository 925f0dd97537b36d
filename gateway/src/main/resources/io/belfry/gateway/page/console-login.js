import { byId, onSubmit } from './dom.js';
import { call } from './rest.js';

/** The log-in, which is there if the service asks for tokens; `changed` is called after each. */
export function begin(changed) {
  onSubmit(byId('login'), byId('login-said'), async () => {
    const token = byId('token');
    await call('POST', 'session', { json: { token: token.value.trim() } });
    token.value = '';
    await look();
    changed();
  });
  byId('logout').addEventListener('click', async () => {
    await call('DELETE', 'session').catch(() => {});
    await look();
    changed();
  });
  look();
}

async function look() {
  try {
    const { needsToken, isKnown } = await call('GET', 'session');
    byId('login-part').hidden = !needsToken || isKnown;
    byId('logout').hidden = !needsToken || !isKnown;
  } catch { // The header tells that the gateway is away.
  }
}
