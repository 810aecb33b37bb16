// New pickups ring until somebody has accepted them: [data-alarm] holds their number. The switch is there because
// browsers are silent until a page has been touched once, and because stores have quiet hours.
const EVERY_MS = 8000;
const OFF = "oms.alarm.off";
const CHORD = [784, 988, 1175];

let sound;

const isOn = () => !localStorage.getItem(OFF) && Boolean(navigator.userActivation?.hasBeenActive);

function ring() {
  const alarm = document.querySelector("[data-alarm]");
  if (!Number(alarm?.dataset.alarm) || !isOn()) return;
  sound ??= new AudioContext();
  CHORD.forEach((pitch, index) => {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    const at = sound.currentTime + index * 0.18;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.15, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
    tone.connect(volume).connect(sound.destination);
    tone.start(at);
    tone.stop(at + 0.5);
  });
}

function showSwitch() {
  const button = document.querySelector("[data-alarm-switch]");
  if (!button) return;
  button.hidden = false;
  button.setAttribute("aria-pressed", String(isOn()));
  button.querySelector("span").textContent = isOn() ? button.dataset.on : button.dataset.off;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-alarm-switch]");
  if (button?.getAttribute("aria-pressed") === "true") localStorage.setItem(OFF, "1");
  else if (button) localStorage.removeItem(OFF);
  if (button) ring();
  showSwitch();
});

document.addEventListener("htmx:after:swap", showSwitch);
setInterval(ring, EVERY_MS);
showSwitch();
