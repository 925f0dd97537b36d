import { begin as beginLogin } from './console-login.js';
import { begin as beginMails, list as listMailboxes } from './console-mails.js';
import { Tail } from './console-tail.js';
import { list as listStatus } from './console-status.js';
import { begin as beginTopics, list as listTopics } from './console-topics.js';
import { byId, onSubmit, seldom } from './dom.js';
import { transport } from './shell.js';

/** A link in a mail, or on the list of topics, leads to one topic. */
function firstFilter() {
  const page = new URLSearchParams(location.search);
  const named = location.pathname.match(/^\/topics\/(.+)$/)?.[1];
  return (named && decodeURIComponent(named)) || page.get('topic') || page.get('filter') || '#';
}

const tail = new Tail(transport, seldom(2_000, () => listTopics()));

function listAll() {
  listTopics();
  listMailboxes();
  listStatus();
}

byId('tail-filter').value = firstFilter();
if (!/[*#]/.test(firstFilter())) {
  byId('topic').value = firstFilter();
}
onSubmit(byId('publish'), byId('published'), async () => {
  const topic = byId('topic').value.trim();
  const { seq } = await tail.live.publish(topic, byId('text').value);
  listTopics();
  return `Published as event ${seq} of ${topic}.`;
});
beginTopics();
beginMails();
beginLogin(() => {
  listAll();
  tail.follow();
});
tail.follow();
listAll();
setInterval(() => document.hidden || listAll(), 15_000);
