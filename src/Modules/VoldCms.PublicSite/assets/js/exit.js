/**
 * Leaves at once: <a data-exit href="..."> replaces this page instead of following it, and three presses of Shift do the
 * same. The words stand in the bar, <span role="status" data-leaving data-two data-one data-expired>, in its language.
 * Without this script the links are plain links.
 *
 * What it cannot do: the earlier pages stay in the browser's history.
 */
const patience = 5000;
const bar = document.querySelector("[data-exit-bar]");
const status = bar.querySelector("[role=status]");
const words = status.dataset;
const link = bar.querySelector(".safety__exit");
let presses = 0;
let wasCombined = false;
let timer;
let curtain;

function say(text = "") {
  status.textContent = text;
  bar.dataset.presses = presses;
}

function forget() {
  clearTimeout(timer);
  presses = 0;
  say();
}

function showPage(isShown) {
  for (const child of document.body.children) child.hidden = !isShown;
}

function leave() {
  forget();
  for (const form of document.forms) form.reset();
  showPage(false);
  curtain = document.createElement("div");
  curtain.className = "curtain";
  curtain.setAttribute("role", "alert");
  curtain.lang = status.lang;
  curtain.dir = status.dir;
  document.body.append(curtain);
  // An alert is read out when its text comes after it does.
  curtain.textContent = words.leaving;
  location.replace(link.href);
}

/** Also when the browser brings the page back as it was left: it must not stand there empty. */
function comeBack() {
  curtain?.remove();
  showPage(true);
  forget();
}

function expire() {
  forget();
  say(words.expired);
  timer = setTimeout(say, patience);
}

function countShift(event) {
  if (event.key !== "Shift") {
    if (presses) forget();
  } else if (!wasCombined) {
    presses++;
    clearTimeout(timer);
    if (presses > 2) {
      leave();
    } else {
      say(presses > 1 ? words.one : words.two);
      timer = setTimeout(expire, patience);
    }
  }
  // Shift and a letter end in two events, the letter's first: that Shift is no press of its own.
  wasCombined = event.shiftKey;
}

for (const exit of document.querySelectorAll("[data-exit]")) {
  exit.setAttribute("role", "button");
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  exit.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      leave();
    }
  });
}
document.addEventListener("keyup", countShift, true);
addEventListener("pageshow", comeBack);
