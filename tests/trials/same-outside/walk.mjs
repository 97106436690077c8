// node walk.mjs PROGRAM.dll DATA FOLDER PORT: starts the program on a new data directory and writes what it says to somebody
// outside, an answer a file: every page that links lead to, what the pages load, the schemas, and the export of every tenant.
import { spawn, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import http from "node:http";

const [program, data, folder, port] = process.argv.slice(2);
const root = `http://127.0.0.1:${port}`;
const most = 20_000;
const env = {
  ...process.env,
  VoldCms__DataDirectory: data,
  ContentApi__RequestsPerMinute: "0",
  VoldCms__PageCache__MadePerMinute: "0",
  Logging__LogLevel__Default: "Error",
};
const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

mkdirSync(folder, { recursive: true });
const site = spawn("dotnet", [program, "--urls", root], { stdio: ["ignore", "ignore", "inherit"], env });
const ended = new Promise((resolve) => site.on("exit", resolve));
try {
  await untilReady();
  await crawl();
  exportTenants();
} finally {
  site.kill("SIGTERM");
  await ended;
}

async function crawl() {
  const tenants = tenantNames().map((name) => name.toLowerCase());
  const known = new Set(["/", "/robots.txt", "/sitemap.xml", "/finnes-ikke"]);
  const schemas = ["/api/graphql/schema.graphql", "/api/openapi.json"];
  for (const tenant of tenants) {
    for (const path of ["/", "/sitemap.xml", "/nb/finnes-ikke", ...schemas, "/api/content/finnes-ikke"]) known.add(`/${tenant}${path}`);
  }

  const waiting = [...known];
  for (let path; (path = waiting.shift()) !== undefined; ) {
    const answer = await get(path);
    write(path, `${answer.status}\n${headersOf(answer)}\n\n${answer.body.toString("latin1")}`);
    for (const next of linksOf(path, answer)) {
      if (known.has(next)) continue;
      if (known.size === most) throw new Error(`More than ${most} addresses.`);
      known.add(next);
      waiting.push(next);
    }
  }

  console.log(`${known.size} addresses`);
}

function linksOf(path, answer) {
  const type = answer.headers["content-type"] ?? "";
  const found = answer.headers.location ? [answer.headers.location] : [];
  if (/html|xml|css/.test(type)) {
    const text = answer.body.toString("utf8");
    const links = /(?:href|src|action)="([^"]+)"|<loc>([^<]+)<\/loc>|url\(["']?([^)"']+)/g;
    for (const [, ...parts] of text.matchAll(links)) found.push(...parts.filter(Boolean));
  }

  return found
    .map((address) => {
      try {
        return new URL(address.replaceAll("&amp;", "&"), root + path);
      } catch {
        return null;
      }
    })
    .filter((address) => address?.origin === root)
    .map((address) => address.pathname + address.search);
}

function exportTenants() {
  for (const tenant of tenantNames()) {
    write(`export/${tenant}.recipe.json`, run("recipe", "export", "--tenant", tenant));
    write(`export/${tenant}.content.json`, run("content", "export", "--tenant", tenant));
  }
}

function tenantNames() {
  return run("tenant", "list").split("\n").map((line) => /^\s*([A-Z]\w+)/.exec(line)?.[1]).filter(Boolean);
}

function run(...words) {
  const options = { env, encoding: "utf8", maxBuffer: 512 * 1024 * 1024, stdio: ["ignore", "pipe", "inherit"] };
  return execFileSync("dotnet", [program, ...words], options);
}

// A file's name is its address, and a hash where that is long.
function write(address, text) {
  const name = encodeURIComponent(address);
  const hash = createHash("sha256").update(name).digest("hex");
  writeFileSync(join(folder, name.length < 200 ? name : `${name.slice(0, 150)}-${hash.slice(0, 16)}`), text);
}

function headersOf({ headers }) {
  const changing = new Set(["date", "connection", "keep-alive", "transfer-encoding", "content-length"]);
  return Object.entries(headers).filter(([name]) => !changing.has(name)).sort().map(([name, value]) => `${name}: ${value}`).join("\n");
}

function get(path) {
  return new Promise((resolve, reject) => {
    http
      .get(root + path, { agent }, (response) => {
        const pieces = [];
        response.on("data", (piece) => pieces.push(piece));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }));
      })
      .on("error", reject);
  });
}

async function untilReady() {
  for (let tries = 0; tries < 240; tries++) {
    try {
      if ((await get("/health/ready")).status === 200) return;
    } catch {
      // Refused while the program does not listen yet; a site that never answers ends in the error below.
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }

  throw new Error("The program did not answer.");
}
