// A ring around what has the keyboard where Flutter draws none, or one too faint: a heading, a box to tick, one of a few
// to choose. It is dark with a light edge, so it stands out on every ground.
"use strict";

(() => {
  const RINGED = "h1, [role=checkbox], [role=radio], [role=switch]";
  const OUTSIDE = 6; // pixels from what has the keyboard to the outer edge
  const ring = document.createElement("div");
  ring.id = "ring";
  let around = null;
  let leaving = false;

  function place() {
    if (!around || around !== document.activeElement) return leave();
    const box = around.getBoundingClientRect();
    ring.style.transform = `translate(${box.left - OUTSIDE}px, ${box.top - OUTSIDE}px)`;
    ring.style.width = `${box.width + 2 * OUTSIDE}px`;
    ring.style.height = `${box.height + 2 * OUTSIDE}px`;
  }

  // What it is around is moved, scrolled and taken away by Flutter.
  const moved = new MutationObserver(place);
  window.addEventListener("scroll", place, true);
  window.addEventListener("focusout", place, true);

  function surround(node) {
    around = node;
    document.body.append(ring);
    moved.observe(node.closest("flt-semantics-host"), {
      childList: true, subtree: true, attributes: true, attributeFilter: ["style"],
    });
    place();
  }

  function leave() {
    around = null;
    moved.disconnect();
    ring.remove();
  }

  // A heading can't be pressed, so Flutter knows nothing of it: it would go on marking something else, and press that
  // on Enter. So the keyboard leaves Flutter, which does not see it come back.
  function outOfFlutter(heading) {
    if (leaving) return false;
    leaving = true;
    heading.blur();
    heading.focus();
    leaving = false;
    return true;
  }

  window.addEventListener("focusin", (event) => {
    const { target } = event;
    if (target.matches("h1")) {
      event.stopPropagation();
      if (outOfFlutter(target)) return; // it came here again meanwhile
    }
    if (target.matches(RINGED) && target.matches(":focus-visible")) surround(target);
  }, true);
})();
