// Runs in the page before anything of the page itself. `stopwatch.begin(holds)` waits for the next press; the promise
// `stopwatch.taken` gives milliseconds from that press (its own time stamp, so waiting for a busy page counts) to the
// end of the frame after which `holds()` is true of the page's accessibility tree or elements.
"use strict";

var stopwatch = window.stopwatch = { messages: [], taken: null };

{
  // What changes within a frame is painted with it; what changes between two frames, with the next.
  let inFrame = false;
  const afterPainting = (action) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = action;
    channel.port2.postMessage(0);
  };
  const nextFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => nextFrame((time) => {
    if (!inFrame) {
      inFrame = true;
      afterPainting(() => { inFrame = false; });
    }
    callback(time);
  });
  const whenPainted = (action) => inFrame ? afterPainting(action) : nextFrame(() => afterPainting(action));

  // When the WebSocket carried what, to tell the browser's time from the server's.
  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", (event) => note("received", event.data));
    }
    send(data) {
      note("sent", data);
      super.send(data);
    }
  };
  const note = (way, data) => {
    stopwatch.messages.push([way, performance.now(), data.byteLength ?? data.size ?? data.length]);
  };

  stopwatch.begin = (holds) => {
    stopwatch.messages = [];
    stopwatch.taken = new Promise((resolve) => {
      let pressed = null;
      const seen = new MutationObserver(() => look());
      const look = () => {
        if (pressed === null || !holds()) return;
        seen.disconnect();
        const shown = performance.now();
        whenPainted(() => {
          const messages = stopwatch.messages.map(([way, at, size]) => [way, at - pressed, size]);
          resolve({ painted: performance.now() - pressed, shown: shown - pressed, messages });
        });
      };
      addEventListener("pointerdown", (event) => { pressed = event.timeStamp; }, { once: true, capture: true });
      seen.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
      addEventListener("change", look, { once: true });  // a radio button of the browser's own changes no element
    });
  };

  const all = (selector) => [...document.querySelectorAll(selector)];
  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const name = (element) => element.getAttribute("aria-label") || element.textContent;

  // Flutter's accessibility tree.
  const savedMark = () => all("flt-semantics").map(name).find((words) => words.startsWith("Saved ")) || "";
  const buttonOf = (words) => all("flt-semantics[role=button]").find((one) => name(one).trim() === words);
  const title = () => all("h1, flt-semantics[role=heading]").map(name).join(" ");
  const radios = () => all("flt-semantics [role=radio], flt-semantics[role=radio]");
  const isChecked = (radio) => radio && radio.getAttribute("aria-checked") === "true";
  stopwatch.flutter = {
    level: (number) => middle(radios()[number]),
    button: (words) => middle(buttonOf(words)),
    says: (words) => all("flt-semantics").some((one) => name(one) === words),
    titled: (words) => title().includes(words),
    beginLevel(number) {
      const before = savedMark();
      stopwatch.begin(() => isChecked(radios()[number]) && savedMark() !== "" && savedMark() !== before);
    },
    beginNext(text) {
      stopwatch.begin(() => stopwatch.flutter.titled(text) && radios().length > 0 && !radios().some(isChecked));
    },
    beginSays(words) {
      stopwatch.begin(() => stopwatch.flutter.says(words));
    },
  };

  // SurveyJS's page.
  const inputs = () => all("input[type=radio]");
  stopwatch.survey = {
    level: (number) => middle(inputs()[number].closest("label")),
    next: () => middle(document.querySelector(".sd-navigation__next-btn")),
    beginLevel(number, mark) {
      const ticked = () => inputs()[number].checked && inputs()[number].closest(".sd-item--checked");
      stopwatch.begin(() => ticked() && document.getElementById("kept").textContent.endsWith(mark));
    },
    beginNext(text) {
      stopwatch.begin(() => all(".sd-question__title").some((one) => one.textContent.includes(text))
        && inputs().length > 0 && !inputs().some((one) => one.checked));
    },
  };
}
