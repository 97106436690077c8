// node trial.mjs PROGRAM.dll FOLDER ITEMS: starts the program, fills it, asks what a stranger may ask, and prints a table.
// Linux: memory is read from /proc.
import { spawn, execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import http from "node:http";

const [program, folder, given] = process.argv.slice(2);
const items = Number(given);
const MB = 1024 * 1024;
const most = { answer: 16 * MB, one: 200, many: 1000, page: 1000 };
const port = await freePort();
const env = {
  ...process.env,
  VoldCms__DataDirectory: join(folder, "data"),
  ContentApi__RequestsPerMinute: "0",
  Logging__LogLevel__Default: "Error",
};
const agent = new http.Agent({ keepAlive: true, maxSockets: 400 });

const site = spawn("dotnet", [program, "--urls", `http://127.0.0.1:${port}`], { stdio: "ignore", env });
const ended = new Promise((resolve) => site.on("exit", resolve));
try {
  await untilReady();
  fill();
  await run();
} finally {
  site.kill("SIGTERM");
  await ended;
}

async function run() {
  const fields =
    "fragment T on __Type { name fields(includeDeprecated: true) { "
    + "name description args { name type { kind name } } type { kind name } } }";
  const times = (count, field) => `{ ${Array.from({ length: count }, (_, each) => `a${each}: ${field}`).join(" ")} }`;
  const picker = (depth) =>
    depth === 0 ? "displayText" : `displayText ... on TrialNote { related { contentItems(first: 20) { ${picker(depth - 1)} } } }`;
  const lists = (count, salt, field) => {
    const list = (_, each) => `s${salt}_${each}: trialNote(first: 1000, skip: ${each * 1000 + salt}) { ${field} }`;
    return `{ ${Array.from({ length: count }, list).join(" ")} }`;
  };
  const counted = "trialNoteCounts(by: [displayText, text], first: 100) { count keys { value } }";
  const kinds = {
    "introspection, 30 times": (salt) => `${times(30, "__schema { types { ...T } }").replace("a0", `s${salt}`)} ${fields}`,
    "introspection, nested": (salt) => times(5, "__schema { types { fields { type { fields { name } } } } }").replace("a0", `s${salt}`),
    "introspection, as much as passes": (salt) => `${times(4, "__schema { types { ...T } }").replace("a0", `s${salt}`)} ${fields}`,
    "counts": (salt) => times(40, counted).replace("a0", `s${salt}`),
    "45 lists of 1000, each another": (salt) => lists(45, salt, "displayText"),
    "lists of 1000 with their texts": (salt) => lists(38, salt, "text displayText"),
    "deep pickers": (salt) => `{ s${salt}: trialNote(first: 50, skip: ${salt}) { ${picker(3)} } }`,
    "contains, nothing found": (salt) => `{ trialNote(where: { text_contains: "finnes ikke ${salt}" }) { displayText } }`,
    "contains, 20 times": (salt) => times(20, `trialNoteConnection(where: { text_contains: "q${salt}x" }, first: 1) { totalCount }`),
    "a bomb in gzip": () => null,
  };
  const bomb = gzipSync(Buffer.alloc(200 * MB, 32));
  await frontPage();
  console.log(
    `# ${items} items, limits: ${most.answer / MB} MB of answer, ${most.one} MB for one and ${most.many} MB for a hundred, `
    + `the front page in ${most.page} ms`,
  );
  const widths = [34, 10, 24, 12, 10, 12, 12, 12];
  print(["asked", "how many", "statuses", "answer, MB", "more, MB", "after, MB", "mapped, MB", "page, ms"]);
  let salt = 0;
  let failed = false;
  for (const count of [1, 100]) {
    for (const [name, make] of Object.entries(kinds)) {
      const before = await settled();
      let running = true;
      let slowest = 0;
      let own = before;
      let mapped = 0;
      const weighing = (async () => {
        while (running) {
          own = Math.max(own, memory("RssAnon"));
          mapped = Math.max(mapped, memory("RssFile"));
          await sleep(10);
        }
      })();
      const watching = (async () => {
        while (running) {
          slowest = Math.max(slowest, await frontPage());
          await sleep(100);
        }
      })();
      const answers = await Promise.all(Array.from({ length: count }, () => ask(make(++salt), name.includes("gzip") ? bomb : null)));
      running = false;
      await Promise.all([watching, weighing]);
      const more = (own - before) / MB;
      const after = ((await settled()) - before) / MB;
      const largest = Math.max(...answers.map((answer) => answer.bytes));
      const howMany = (status) => answers.filter((answer) => answer.status === status).length;
      const statuses = [...new Set(answers.map((answer) => answer.status))].map((status) => `${status} ${howMany(status)}`);
      const isGood = largest <= most.answer && more <= (count === 1 ? most.one : most.many) && slowest < most.page;
      failed ||= !isGood;
      const numbers = [more, after, mapped / MB, slowest].map((number) => number.toFixed(0));
      print([name, count, statuses.join(", "), (largest / MB).toFixed(2), ...numbers, isGood ? "" : "MORE THAN IT MAY"]);
    }
  }

  process.exitCode = failed ? 1 : 0;

  function print(cells) {
    console.log(cells.map((cell, place) => String(cell).padEnd(widths[place] ?? 0)).join(" ").trimEnd());
  }
}

// Items in files of 20,000, with texts of their own and five others that each names.
function fill() {
  for (let from = 0; from < items; from += 20000) {
    const id = (number) => `trial${String(number).padStart(7, "0")}`;
    const data = Array.from({ length: Math.min(20000, items - from) }, (_, place) => {
      const number = from + place;
      return {
        ContentItemId: id(number), ContentItemVersionId: `v${id(number)}`, ContentType: "TrialNote",
        DisplayText: `Merknad ${number}`, Latest: true, Published: true,
        CreatedUtc: "2026-01-01T00:00:00Z", ModifiedUtc: "2026-01-01T00:00:00Z", PublishedUtc: "2026-01-01T00:00:00Z",
        TitlePart: { Title: `Merknad ${number}` },
        TrialNote: {
          Text: { Text: `Tekst ${number} ${"om trygghet og hjelp ".repeat(8)}` },
          Related: { ContentItemIds: [1, 7, 31, 101, 977].map((step) => id((number + step) % items)) },
        },
      };
    });
    const parts = ["TitlePart", "TrialNote"].map((name) => ({ PartName: name, Name: name }));
    const fields = [{ FieldName: "TextField", Name: "Text" }, { FieldName: "ContentPickerField", Name: "Related" }];
    const definition = {
      name: "ContentDefinition",
      ContentTypes: [{ Name: "TrialNote", DisplayName: "Merknad", ContentTypePartDefinitionRecords: parts }],
      ContentParts: [{ Name: "TrialNote", ContentPartFieldDefinitionRecords: fields }],
    };
    const file = join(folder, "notes.recipe.json");
    writeFileSync(file, JSON.stringify({ name: "Notes", steps: [definition, { name: "content", data }] }));
    // Each file warns of its last items, which name items of the next: said only where the run fails.
    const options = { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 64 * MB, env };
    execFileSync("dotnet", [program, "recipe", "run", file, "--tenant", "Tonsberg"], options);
  }
}

async function ask(query, body) {
  const sent = body ?? Buffer.from(JSON.stringify({ query }));
  const answer = await send("POST", "/tonsberg/api/graphql", sent, body ? { "content-encoding": "gzip" } : {});
  const text = answer.status === 200 ? answer.head : "";
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return { bytes: answer.bytes, status: code ? `${answer.status} ${code}` : answer.status };
}

async function frontPage() {
  const start = performance.now();
  const answer = await send("GET", "/tonsberg/nb");
  if (answer.status !== 200) throw new Error(`The front page answers ${answer.status}.`);
  return performance.now() - start;
}

function send(method, path, body, headers = {}) {
  const ofBody = body ? { "content-type": "application/json", "content-length": body.length } : {};
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, method, path, agent, headers: { ...ofBody, ...headers } };
    const request = http.request(options, (response) => {
      let bytes = 0;
      let head = "";
      response.on("data", (piece) => {
        bytes += piece.length;
        if (head.length < 2000) head += piece.toString("latin1", 0, 2000);
      });
      response.on("end", () => resolve({ status: response.statusCode, bytes, head }));
      response.on("error", () => resolve({ status: "cut", bytes, head }));
    });
    request.on("error", () => resolve({ status: "refused", bytes: 0, head: "" }));
    request.end(body);
  });
}

async function untilReady() {
  for (let tries = 0; tries < 240; tries++) {
    if ((await send("GET", "/health/ready")).status === 200 && (await send("GET", "/tonsberg/nb")).status === 200) return;
    await sleep(1000);
  }

  throw new Error("The program did not answer.");
}

// The program's own memory once nothing has changed for a while. What it maps of the database is the system's cache of one file,
// counted once for each connection that has it mapped: it is told beside, and no bound is set on it.
async function settled() {
  await sleep(3000);
  return memory("RssAnon");
}

function memory(name) {
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${site.pid}/status`, "utf8"))[1]) * 1024;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
