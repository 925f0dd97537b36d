const TIME = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const NUMBER = new Intl.NumberFormat();
const LONGEST = 2_000;

/** A number as people write it. */
export const number = (value) => NUMBER.format(value);

/** A number of things. */
export const several = (count, one, many = `${one}s`) =>
  `${number(count)} ${count === 1 ? one : many}`;

/** A time of the day. */
export const time = (at) => TIME.format(new Date(at));

/** A day and a time. */
export const moment = (at) => MOMENT.format(new Date(at));

/** A content, or what it is if it can't be shown. */
export function words(content) {
  if (content.text === undefined || !/^text\/|json|xml/.test(content.type ?? 'text/')) {
    const size = content.text?.length ?? Math.floor((content.base64.length * 3) / 4);
    return `(${content.type}, about ${several(size, 'byte')})`;
  }
  return content.text.length > LONGEST ? `${content.text.slice(0, LONGEST)}…` : content.text;
}

/** What a gap says. */
export function gapWords({ topic, from, to, reason }) {
  if (reason === 'new-log') {
    return 'The log is a new one: events before this may be missing.';
  }
  const which = from && to ? (from === to ? `Event ${from}` : `Events ${from} to ${to}`) : 'Events';
  return `${which}${topic ? ` of ${topic}` : ''} can’t be had any more: they have expired.`;
}
