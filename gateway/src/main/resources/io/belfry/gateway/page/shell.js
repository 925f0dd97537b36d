import { byId, say } from './dom.js';
import { number } from './words.js';

const WAYS = ['websocket', 'long-polling', 'sse'];
const address = new URLSearchParams(location.search);

/** Which way this page was asked to take. */
export const transport = WAYS.find((way) => way === address.get('transport')) ?? 'auto';

/** Shows what a Live tells of its state. */
export function show(live) {
  live.onState(({ state, words, failure, counts }) => {
    showConnection(state, stateWords(state, words, failure), failure);
    Object.assign(document.body.dataset, counts);
    say(byId('counts'), `${number(counts.received)} received, ${number(counts.missing)} missing, `
        + `${number(counts.repeated)} repeated, ${number(counts.gaps)} gaps`);
  });
}

/** Shows whether the gateway is there, and lets in whoever has to log in. */
export function showConnection(state, sentence, failure) {
  const connection = byId('connection');
  if (connection.dataset.state !== state) {
    connection.dataset.state = state;
  }
  say(connection, sentence);
  byId('enter').hidden = failure?.code !== 'UNAUTHENTICATED';
}

function stateWords(state, words, failure) {
  if (state === 'connected') {
    return `Connected by ${words}`;
  }
  if (state === 'connecting') {
    return 'Connecting…';
  }
  return failure && failure.code !== 'LOST'
    ? `Not connected: ${failure.message}`
    : 'Connection lost; trying again…';
}

function keepTheWay() {
  if (transport !== 'auto') {
    for (const link of document.querySelectorAll('nav a')) {
      link.search = `?transport=${transport}`;
    }
  }
}

keepTheWay();
