// Keeping one's place with the keyboard. What has it may go: a line is removed, a button gives way to another, is off
// while it works, or leads to another screen. Flutter then goes back to what had it before, or begins at the top of the
// window. Here the keyboard goes on where one was; on another screen it begins at the heading. Where Enter or Space did
// nothing but show what is wrong in a field, it goes to that field, whose name says what. And what has the keyboard
// stays in sight.
"use strict";

(() => {
  const SETTLED = 250; // milliseconds: until the app has given the keyboard to something itself
  const HOST = "flt-semantics-host";
  const REACHED = "[tabindex='0'], input, textarea";
  let here = null; // what has the keyboard; what else could have had it, in order; on which screen, in which dialog
  let behind = null; // the same for what lies behind a dialog
  let waiting = 0;
  let byTouch = false;
  let byPointer = false;
  let kept = false; // since the last key: what lost the keyboard, but is there, got it again
  let pressed = ""; // the last key, when it was Enter or Space and what had the keyboard got it
  let wrong = new Map(); // the fields that were wrong when it was pressed, and their names, which say what was wrong

  const usable = (node) => node.isConnected && node.getAttribute("aria-disabled") !== "true" && !node.disabled;
  const typing = (node) => node.matches("input, textarea");
  const heading = () => document.querySelector("h1");
  const called = (node) => node.getAttribute("aria-label") || node.textContent;
  const mistaken = () => [...(dialog() || document).querySelectorAll("[aria-invalid=true]")];
  const foundWrong = () => mistaken().find((node) => wrong.get(node) !== called(node));
  const dialog = () => [...document.querySelectorAll("[aria-modal=true]")].pop() || null;

  function reachable() {
    const part = dialog() || document.querySelector(HOST);
    return part ? [...part.querySelectorAll(REACHED)].filter(usable) : [];
  }

  // Of radio buttons Tab reaches the one that is chosen, but all of them are marked as if it did.
  function chosen(node) {
    return node?.closest("[role=radiogroup]")?.querySelector("[aria-checked=true]") || node;
  }

  function current() {
    const node = document.activeElement;
    if (!node || !node.closest(HOST)) return null;
    return usable(node) && (node === heading() || node.matches(REACHED)) ? node : null;
  }

  function remember(node) {
    const modal = dialog();
    if (modal && here && !here.modal) behind = here;
    here = { node, name: called(node), all: reachable(), words: heading()?.textContent, modal, off: false, left: false, fallback: null };
  }

  // The same, made anew: something that came above it moved it.
  function twin(from) {
    const part = dialog() || document.querySelector(HOST);
    const all = part && from.name && heading()?.textContent === from.words ? [...part.querySelectorAll(`${REACHED}, [aria-disabled=true]`)] : [];
    return all.find((node) => !from.all.includes(node) && called(node) === from.name);
  }

  // Behind a dialog Flutter makes everything anew: what this one was before. The navigation is that of every screen.
  function made(node, from) {
    if (from.all.includes(node)) return undefined;
    if (node.closest("[role=main], [aria-modal]") && heading()?.textContent !== from.words) return undefined;
    return from.all.find((one) => !one.isConnected && called(one) === called(node));
  }

  function isNew(node, from) {
    const before = made(node, from);
    return !from.all.includes(node) && (!before || before === from.node);
  }

  // What stands there now: what follows the last that stayed before it, but nothing that would take up what is typed.
  function instead(from) {
    const now = reachable();
    const at = from.all.indexOf(from.node);
    const stands = (node) => now.find((one) => one === node || made(one, from) === node);
    const before = from.all.slice(0, Math.max(at, 0)).reverse().map(stands).find(Boolean);
    const stayed = before && (heading()?.textContent === from.words || before.closest("[role=main], [aria-modal]"));
    if (!stayed) return heading() || now[0];
    const next = now[now.indexOf(before) + 1];
    if (!next && !before.closest("[role=main], [aria-modal]")) return heading();
    return chosen(next && !typing(next) ? next : before);
  }

  function give(node) {
    if (!node) return;
    if (node === heading()) node.tabIndex = -1;
    if (document.activeElement === node) node.blur(); // Flutter listens for the keyboard coming
    node.focus();
    remember(node);
  }

  function away(node) {
    const box = node.getBoundingClientRect();
    return node === document.activeElement && node.closest(HOST) && (box.bottom < 0 || box.top > innerHeight);
  }

  // Going on from the end to the beginning, Flutter leaves what is out of sight there.
  function show(node) {
    if (away(node)) node.scrollIntoView({ block: "center" });
  }

  function settle() {
    clearTimeout(waiting);
    waiting = 0;
    if (!here || !document.hasFocus()) return;
    const now = current();
    const found = pressed && foundWrong();
    if (found) {
      pressed = "";
      give(found);
      return;
    }
    if (usable(here.node)) {
      if (here.off && (!now || now === here.node || (now === here.fallback && !here.left))) give(here.node);
      else if (now && now !== here.node) remember(now);
      else if (!now && (typing(here.node) ? pressed === "Enter" : !byPointer && !kept)) {
        kept = true; // in other colours Flutter makes it anew in the same place
        give(here.node);
      }
      else if (pressed) show(here.node);
      return;
    }
    const from = here.modal && behind && !dialog() ? behind : here;
    const again = from === here && !here.node.isConnected && twin(here);
    if (again && !usable(again)) here.node = again;
    if (from === here && here.node.isConnected) {
      here.off = true; // it works, and comes back
      if (!here.left) here.fallback ||= now; // Flutter's choice, not the user's; on a busy computer it takes its time
    }
    else if (again) give(again);
    else if (usable(from.node)) give(now || from.node);
    else if (now && isNew(now, from)) remember(now); // the app gave it to that
    else if (!byTouch && (heading() || dialog())) give(instead(from)); // without either, a screen is still coming
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(settle, SETTLED);
  }

  document.addEventListener("focusin", (event) => {
    if (here && !usable(here.node)) soon();
    else if (current() === event.target) remember(event.target);
    setTimeout(() => show(event.target), SETTLED);
  });
  document.addEventListener("focusout", () => {
    if (here) soon();
  });
  document.addEventListener("pointerdown", (event) => {
    byTouch = event.pointerType === "touch";
    byPointer = true;
    pressed = "";
    if (here && !usable(here.node)) here.left = true;
  }, true);

  window.addEventListener("wheel", () => { pressed = ""; }, { capture: true, passive: true });

  // From a heading, or from what is off, Tab goes on there; Flutter would begin at the top. In a dialog with one thing to
  // press it stays at that; Flutter would lose it.
  window.addEventListener("keydown", (event) => {
    byTouch = byPointer = false;
    if (waiting) settle();
    kept = false;
    pressed = (event.key === "Enter" || event.key === " ") && here && current() === here.node ? event.key : "";
    if (pressed) {
      remember(here.node);
      wrong = new Map(mistaken().map((node) => [node, called(node)]));
    }
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey || !here) return;
    const alone = dialog() && reachable();
    if (alone && alone.length < 2) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (document.activeElement !== alone[0]) give(alone[0]);
      return;
    }
    const from = here.off ? here.node : document.activeElement;
    if (!here.off && from !== heading()) return;
    const order = [...document.querySelectorAll(`h1, ${REACHED}`)].filter((node) => node === from || usable(node));
    const next = order[order.indexOf(from) + (event.shiftKey ? -1 : 1)];
    if (!next) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    give(chosen(next));
  }, true);

  new MutationObserver(() => {
    for (const node of wrong.keys()) if (node.getAttribute("aria-invalid") !== "true") wrong.delete(node); // mended
    const moved = here && (document.activeElement !== here.node || here.off || !usable(here.node));
    const answered = pressed && here && (away(here.node) || foundWrong());
    if (moved || answered) soon();
  }).observe(document, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["aria-disabled", "aria-invalid", "aria-label", "disabled"],
  });
})();
