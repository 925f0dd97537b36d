/** The last so many numbers, in the order in which they came. */
export class Ring {
  #values;
  #end = 0;

  constructor(capacity) {
    this.#values = new Float64Array(capacity);
    this.length = 0;
  }

  push(value) {
    this.#values[this.#end] = value;
    this.#end = (this.#end + 1) % this.#values.length;
    this.length = Math.min(this.length + 1, this.#values.length);
  }

  /** The one at a place, 0 for the oldest. */
  at(place) {
    const start = this.#end - this.length + this.#values.length;
    return this.#values[(start + place) % this.#values.length];
  }

  /** The least and the most of those from a place on and before another. */
  range(from, to) {
    let least = Infinity;
    let most = -Infinity;
    for (let place = from; place < to; place++) {
      const value = this.at(place);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return [least, most];
  }

  toJSON() {
    return Array.from({ length: this.length }, (_, place) => this.at(place));
  }
}
