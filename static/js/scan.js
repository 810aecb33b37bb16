// A scanner is a keyboard that types faster than anybody can: at least six characters, less than 35 ms apart, then
// Enter or Tab. It is heard on the whole document, whatever has the focus; a field that got the characters gets its
// old value back, so that a scan never lands in a quantity. What was scanned is announced as a "scan" event, and sent
// by the page's form with data-scan.
const FEWEST = 6;
const APART_MS = 35;

let typed = "";
let last = 0;
let field = null;
let value = "";

// Scanners may put control characters around a code, and GS1 codes begin with a mark of their kind.
const strip = (code) => code.replace(/^[\x00-\x1f]+|[\x00-\x1f]+$/g, "").replace(/^\]C1/, "");

function begin(target) {
  typed = "";
  field = "selectionStart" in target || target.type === "number" ? target : null;
  value = field?.value;
}

function announce(code) {
  const isWanted = document.dispatchEvent(new CustomEvent("scan", { detail: { code }, cancelable: true }));
  const form = document.querySelector("form[data-scan]");
  if (!form || !isWanted) return;
  form.querySelector("[data-scan-code]").value = code;
  form.requestSubmit();
}

document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    // When the key was pressed, not when a busy page got round to it.
    if (event.timeStamp - last > APART_MS) begin(event.target);
    last = event.timeStamp;
    if (event.key.length === 1) {
      typed += event.key;
    } else if ((event.key === "Enter" || event.key === "Tab") && typed.length >= FEWEST) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (field) field.value = value;
      announce(strip(typed));
      typed = "";
    }
  },
  true,
);

// The dot says whether the page hears the scanner: only the window in front does.
function showState() {
  for (const dot of document.querySelectorAll("[data-scan-state]")) {
    const isReady = document.hasFocus();
    dot.dataset.state = isReady ? "ready" : "paused";
    dot.textContent = isReady ? dot.dataset.ready : dot.dataset.paused;
  }
}

window.addEventListener("focus", showState);
window.addEventListener("blur", showState);
showState();

// Right and wrong sound different, for those who look at the shelf and not at the screen.
let sound;
function beep(isGood) {
  sound ??= new AudioContext();
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  tone.frequency.value = isGood ? 880 : 196;
  tone.type = isGood ? "sine" : "square";
  volume.gain.value = 0.08;
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + (isGood ? 0.09 : 0.35));
}

document.addEventListener("htmx:after:swap", () => {
  const answer = document.querySelector('.scan-answer[data-tone]:not([data-tone=""]):not([data-heard])');
  if (!answer) return;
  answer.dataset.heard = "true";
  if (navigator.userActivation?.hasBeenActive) beep(answer.dataset.tone === "good");
});
