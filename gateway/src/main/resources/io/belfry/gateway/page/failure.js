/** What went wrong: a word to branch on, and a sentence to show. */
export class Failure extends Error {
  constructor(code, sentence, retryAfterMs) {
    super(sentence);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** No answer came. */
  static lost() {
    return new Failure('LOST', 'The gateway can’t be reached just now; try again.');
  }

  /** How a reply of Bayeux tells it. */
  static ofReply(reply) {
    const told = reply.ext?.belfry;
    if (told?.code) {
      return new Failure(told.code, told.message, told.retryAfterMs);
    }
    const [code, ...sentence] = String(reply.error ?? 'INTERNAL::It has failed.').split('::');
    return new Failure(code, sentence.filter((part) => part).join(' ') || code);
  }

  /** Whether the same may go well a little later. */
  get isPassing() {
    return ['LOST', 'BUSY', 'UNAVAILABLE', 'CLOSED', 'UNKNOWN_OUTCOME'].includes(this.code);
  }
}
