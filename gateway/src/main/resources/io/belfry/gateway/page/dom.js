/** The element with an id, which must be there. */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`There is no element #${id} on this page.`);
  }
  return found;
}

/** Makes an element. Children that are texts stay texts, whatever is in them. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== undefined && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Sets a text if it is another one, so that nobody is read the same twice. */
export function say(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

/** Does something when a form is sent, says how it went, and is not sent twice meanwhile. */
export function onSubmit(form, output, action) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('[type=submit]');
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    output.classList.remove('failure');
    try {
      say(output, (await action()) ?? '');
    } catch (failure) {
      output.classList.add('failure');
      say(output, failure.message);
    } finally {
      button.removeAttribute('aria-disabled');
    }
  });
}

/** Does something at most once in so many milliseconds, and at the end once more. */
export function seldom(millis, action) {
  let timer;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      action();
    }, millis);
  };
}
