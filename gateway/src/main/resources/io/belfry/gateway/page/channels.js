const ROOT = '/topic/';
const WILD = new Set(['*', '#']);

/**
 * The channel that means the same as a filter. There is none for a wildcard before the last level,
 * nor for `a.#`: that has `a` itself, which `/topic/a/**` has not.
 */
export function channelOf(filter) {
  const levels = filter.split('.');
  const last = levels.pop();
  if (levels.some((level) => WILD.has(level)) || (last === '#' && levels.length > 0)) {
    return undefined;
  }
  return ROOT + [...levels, last === '#' ? '**' : last].join('/');
}

/** Whether a filter matches one topic only. */
export function isSingle(filter) {
  return !filter.split('.').some((level) => WILD.has(level));
}

/** Whether a filter wants a topic. */
export function matches(filter, topic) {
  const wanted = filter.split('.');
  const levels = topic.split('.');
  for (const [place, level] of wanted.entries()) {
    if (level === '#') {
      return true;
    }
    if (place >= levels.length || (level !== '*' && level !== levels[place])) {
      return false;
    }
  }
  return wanted.length === levels.length;
}
