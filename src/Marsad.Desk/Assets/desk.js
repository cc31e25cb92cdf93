// Adds keys to pages that work without them: j and k walk the items, Enter opens, / searches, ? shows the keys.
const items = () => [...document.querySelectorAll('[data-item]')].filter(item => item.offsetParent !== null);
const typing = target => target.closest('input, textarea, select, [contenteditable]');
let at = -1;

function walk(step) {
  const all = items();
  if (all.length === 0) return;
  const held = all.findIndex(item => item.contains(document.activeElement));
  at = Math.min(all.length - 1, Math.max(0, (held < 0 ? at : held) + step));
  const item = all[at];
  const link = item.querySelector('a[href], button, summary');
  (link ?? item).focus();
  item.scrollIntoView({ block: 'nearest' });
}

// What a person decides is decided on the item that has the focus.
function press(button) {
  document.activeElement?.closest('[data-item]')?.querySelector(button)?.click();
}

const acts = {
  next: () => walk(1),
  previous: () => walk(-1),
  search: () => document.getElementById('q')?.focus(),
  confirm: () => press('button[name=confirm]'),
  reject: () => press('button[name=reject]'),
  correct: () => press('a.edit'),
  show: () => document.getElementById('keys')?.showModal(),
};

// By place as well as by letter: on an Arabic keyboard the keys j, k and / write other letters.
function actOf({ key, code, shiftKey }) {
  if (key === 'j' || code === 'KeyJ') return acts.next;
  if (key === 'k' || code === 'KeyK') return acts.previous;
  if (key === 'c' || code === 'KeyC') return acts.confirm;
  if (key === 'x' || code === 'KeyX') return acts.reject;
  if (key === 'e' || code === 'KeyE') return acts.correct;
  if (key === '?' || key === '\u061F' || (code === 'Slash' && shiftKey)) return acts.show;
  return key === '/' || code === 'Slash' ? acts.search : undefined;
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = actOf(event);
  if (!act || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  act();
});

// A click on marked words leads to their note; the innermost mark that has one wins.
document.querySelector('.text')?.addEventListener('click', event => {
  if (event.target.closest('a') || !getSelection().isCollapsed) return;
  const note = event.target.closest('mark[aria-details]')?.getAttribute('aria-details');
  const link = note && document.getElementById(note)?.querySelector('a');
  if (!link) return;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: 'nearest' });
});

// Words that run over a paragraph or cross other words stand in pieces: all of them light up, not just the one the address names.
function lightUp() {
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  for (const piece of document.querySelectorAll(`mark[data-of="${CSS.escape(id)}"]`)) piece.classList.add('lit');
}

addEventListener('hashchange', lightUp);
lightUp();

// Names that begin as what is typed; the browser's own list shows them, so keys and screen readers know it.
const asked = document.querySelector('input[data-suggest]');
let pending;
asked?.addEventListener('input', () => {
  clearTimeout(pending);
  const typed = asked.value.trim();
  if (typed.length < 2 || typed.includes(':')) return;
  pending = setTimeout(async () => {
    const answer = await fetch(`${asked.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
    if (!answer?.ok || asked.value.trim() !== typed) return;
    const names = (await answer.json()).map(({ name }) => new Option(name, name));
    asked.list.replaceChildren(...names);
  }, 150);
});
