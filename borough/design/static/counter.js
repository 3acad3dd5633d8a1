// The counter of the device library: a sound at each scan, the camera where there is one, and nothing typed is lost.
const scan = document.querySelector("[data-scan]");

// A short tone: high for a label that was found, low for one that was not. Silent where the browser wants a tap first.
function beep(good) {
  try {
    const sound = new AudioContext();
    const tone = sound.createOscillator();
    tone.frequency.value = good ? 880 : 220;
    tone.connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + (good ? 0.12 : 0.4));
  } catch {
    // no sound here
  }
}

if (scan) {
  const input = scan.querySelector("input[name=label]");
  if (scan.hasAttribute("data-wrong")) {
    beep(false);
    input.select();
  }
  if ("BarcodeDetector" in window && navigator.mediaDevices) addCamera(scan, input);
}
if (document.querySelector("main [role=status]")) beep(true);

function addCamera(form, input) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary app-scan__button";
  button.textContent = "Use the camera";
  form.querySelector(".app-search__row").append(button);
  button.addEventListener("click", async () => {
    const video = document.createElement("video");
    video.className = "app-scan__video";
    video.playsInline = true;
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      button.replaceWith("The camera cannot be used. Type the label.");
      return;
    }
    button.replaceWith(video);
    await video.play();
    const reader = new BarcodeDetector({ formats: ["qr_code", "code_128", "code_39", "ean_13"] });
    const look = async () => {
      const [found] = await reader.detect(video).catch(() => []);
      if (!found) return void requestAnimationFrame(look);
      beep(true);
      for (const track of video.srcObject.getTracks()) track.stop();
      input.value = found.rawValue;
      form.requestSubmit();
    };
    look();
  });
}

// What is typed is kept on this computer until it was sent; a form that cannot be sent says so and stays.
for (const form of document.querySelectorAll("form[data-keep]")) {
  const key = `borough.counter.${form.dataset.keep}`;
  const fields = () => [...form.elements].filter((one) => one.name && !["hidden", "file", "submit"].includes(one.type));
  restore(key, fields(), form);
  form.addEventListener("input", () => {
    const kept = fields().map((one) => ["radio", "checkbox"].includes(one.type) ? one.checked : one.value);
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // nowhere to keep it
    }
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return void sessionStorage.removeItem(key);
    event.preventDefault();
    say(form, "There is no network just now. What you typed is kept on this page. Press the button again when it is back.");
  }, { capture: true });
}

function restore(key, fields, form) {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(key));
  } catch {
    return;
  }
  if (!kept || kept.length !== fields.length) return;
  fields.forEach((one, at) => {
    if (["radio", "checkbox"].includes(one.type)) one.checked = kept[at];
    else one.value = kept[at];
  });
  say(form, "What you typed before is here again.");
}

function say(form, words) {
  let line = form.querySelector("[data-kept]");
  if (!line) {
    line = document.createElement("p");
    line.className = "govuk-inset-text";
    line.dataset.kept = "";
    line.setAttribute("role", "status");
    form.append(line);
  }
  line.textContent = words;
}

// The page with the code for the borrower's phone looks again by itself.
const again = document.querySelector("[data-again]");
if (again) setTimeout(() => location.assign(again.href), 5000);
