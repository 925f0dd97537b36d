const MARGIN = { top: 12, right: 12, bottom: 12, left: 56 };
const LINES = 5;

/** Draws numbers as a line; where several share a column of dots, from the least to the most. */
export class Plot {
  #canvas;
  #context;
  #colors;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.dress();
  }

  /** Takes the colours of the page. */
  dress() {
    const style = getComputedStyle(this.#canvas);
    this.#colors = Object.fromEntries(['--line', '--rule', '--soft'].map((name) =>
      [name.slice(2), style.getPropertyValue(name).trim()]));
    this.#colors.font = `12px ${style.fontFamily}`;
  }

  draw(ring) {
    const { width, height } = this.#fit();
    const [least, most] = bounds(ring);
    const x = (place) => MARGIN.left
        + (place / Math.max(1, ring.length - 1)) * (width - MARGIN.left - MARGIN.right);
    const y = (value) => MARGIN.top
        + ((most - value) / (most - least)) * (height - MARGIN.top - MARGIN.bottom);
    this.#grid(least, most, y, width);
    this.#line(ring, x, y, width - MARGIN.left - MARGIN.right);
  }

  /** As many dots as the screen has. */
  #fit() {
    const ratio = devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== wide || this.#canvas.height !== high) {
      this.#canvas.width = wide;
      this.#canvas.height = high;
    }
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#context.clearRect(0, 0, width, height);
    return { width, height };
  }

  #grid(least, most, y, width) {
    const context = this.#context;
    context.strokeStyle = this.#colors.rule;
    context.fillStyle = this.#colors.soft;
    context.font = this.#colors.font;
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    context.lineWidth = 1;
    for (let line = 0; line < LINES; line++) {
      const value = least + ((most - least) * line) / (LINES - 1);
      const height = Math.round(y(value)) + 0.5;
      context.beginPath();
      context.moveTo(MARGIN.left, height);
      context.lineTo(width - MARGIN.right, height);
      context.stroke();
      context.fillText(short(value), MARGIN.left - 8, height);
    }
  }

  #line(ring, x, y, columns) {
    const context = this.#context;
    const step = Math.max(1, Math.floor(ring.length / Math.max(1, columns)));
    context.strokeStyle = this.#colors.line;
    context.lineWidth = 1.75;
    context.lineJoin = 'round';
    context.beginPath();
    for (let place = 0; place < ring.length; place += step) {
      const [least, most] = ring.range(place, Math.min(ring.length, place + step));
      context.lineTo(x(place), y(most));
      if (least !== most) {
        context.lineTo(x(place), y(least));
      }
    }
    context.stroke();
    if (ring.length === 1) {
      context.fillStyle = this.#colors.line;
      context.fillRect(x(0) - 2, y(ring.at(0)) - 2, 4, 4);
    }
  }
}

function bounds(ring) {
  if (ring.length === 0) {
    return [0, 1];
  }
  const [least, most] = ring.range(0, ring.length);
  const space = (most - least) * 0.05 || Math.abs(most) * 0.05 || 1;
  return [least - space, most + space];
}

function short(value) {
  return new Intl.NumberFormat(undefined, { maximumSignificantDigits: 4, notation: 'compact' })
      .format(value);
}
