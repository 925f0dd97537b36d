import { Failure } from './failure.js';

/** What stands behind each operation: method, path, and what of the arguments goes where. */
const OPERATIONS = {
  topics: (query) => ['GET', 'topics', { query }],
  'create-topic': (json) => ['POST', 'topics', { json }],
  snapshot: (query) => ['GET', 'snapshots', { query }],
  heads: (query) => ['GET', 'heads', { query }],
  status: () => ['GET', 'status', {}],
  replay: ({ topic, ...query }) =>
    ['GET', topic === undefined ? 'events' : `topics/${encodeURIComponent(topic)}/events`, { query }],
  publish: ({ topic, content, key }) => ['POST', `topics/${encodeURIComponent(topic)}`, {
    body: content.text,
    headers: {
      'Content-Type': content.type ?? 'text/plain; charset=utf-8',
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
  }],
  'register-email': (json) => ['POST', 'emails', { json }],
  'confirm-email': (json) => ['POST', 'emails/confirmations', { json }],
  'unregister-email': (json) => ['POST', 'emails/cancellations', { json }],
  mailboxes: (query) => ['GET', 'mailboxes', { query }],
  'steer-mailbox': ({ id, steering }) =>
    ['POST', `mailboxes/${id}/steerings`, { json: { steering } }],
};

/** Asks for an operation of the service over HTTP. */
export function ask(operation, argumentsOfIt = {}) {
  return call(...OPERATIONS[operation](argumentsOfIt));
}

/** Asks for something under /api/v1. */
export async function call(method, path, { query = {}, json, body, headers = {} } = {}) {
  const search = new URLSearchParams(
      Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
  let response;
  try {
    response = await fetch(`/api/v1/${path}${search.size ? `?${search}` : ''}`, {
      method,
      headers: json === undefined ? headers : { 'Content-Type': 'application/json' },
      body: json === undefined ? body : JSON.stringify(json),
    });
  } catch {
    throw Failure.lost();
  }
  if (!response.ok) {
    throw await problem(response);
  }
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

/** What an answer says is wrong. */
export async function problem(response) {
  const told = await response.json().catch(() => ({}));
  return new Failure(
      told.code ?? (response.status >= 500 ? 'UNAVAILABLE' : 'BAD_REQUEST'),
      told.detail ?? `The gateway has answered with the status ${response.status}.`,
      told.retryAfterMs);
}
