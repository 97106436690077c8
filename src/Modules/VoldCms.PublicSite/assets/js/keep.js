/**
 * Keeps what is typed into <form data-keep="address">, two seconds after a change, one request at a time; when the page is left, at once.
 * What happens is said in [data-keep-status], in the form's own words. Saving stops it: what would come late is refused by the server.
 */
const QUIET = 2000;
const AGAIN = 5000;

for (const form of document.querySelectorAll("form[data-keep]")) {
  const status = form.querySelector("[data-keep-status]");
  let kept = form.dataset.unsaved === "yes" ? "" : inputs(form);
  let timer = 0;
  let sending = null;

  form.addEventListener("input", () => wait(QUIET));
  form.addEventListener("change", () => wait(QUIET));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sending?.abort();
    kept = null;
  });
  addEventListener("pagehide", () => {
    if (kept !== null && inputs(form) !== kept) {
      navigator.sendBeacon(form.dataset.keep, new FormData(form));
    }
  });

  if (kept === "") {
    wait(0);
  }

  function wait(time) {
    clearTimeout(timer);
    timer = setTimeout(send, time);
  }

  async function send() {
    const now = inputs(form);
    if (kept === null || now === kept) {
      return;
    }

    if (sending) {
      wait(QUIET);
      return;
    }

    sending = new AbortController();
    try {
      const answer = await fetch(form.dataset.keep, {
        method: "POST",
        body: new FormData(form),
        redirect: "manual",
        signal: sending.signal,
      });
      if (answer.ok) {
        kept = now;
        status.textContent = form.dataset.kept;
      } else if (answer.type === "opaqueredirect") {
        status.textContent = form.dataset.out;
        wait(AGAIN);
      } else if (answer.status === 404) {
        status.textContent = form.dataset.gone;
      } else {
        status.textContent = form.dataset.lost;
        wait(AGAIN);
      }
    } catch {
      if (kept !== null) {
        status.textContent = form.dataset.lost;
        wait(AGAIN);
      }
    } finally {
      sending = null;
    }
  }
}

function inputs(form) {
  return new URLSearchParams(new FormData(form)).toString();
}
