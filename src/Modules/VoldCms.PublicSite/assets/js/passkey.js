/**
 * Passkeys of the door: <form data-passkey="get" data-options="..."> asks the browser for one, "create" has it make one, and the form is
 * sent with what the browser answers. Without this script, or without passkeys, the form stays hidden and the door opens as before.
 */
const knows = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON;

for (const form of knows ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", (press) => {
    press.preventDefault();
    send(form);
  });
}

async function send(form) {
  const failure = form.querySelector("[role=alert]");
  failure.hidden = true;
  try {
    form.elements.answer.value = JSON.stringify(await ask(form));
  } catch {
    failure.hidden = false;
    return;
  }

  form.submit();
}

function ask({ dataset: { passkey, options } }) {
  const asked = JSON.parse(options);
  return passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}
