// node build.mjs FOLDER: every entry under a name that carries a hash of its content, compressed copies beside it, and
// manifest.json from source name to built name.
import { mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";
import { writeManifest } from "../../../build/manifest.mjs";

const root = import.meta.dirname;
const [target] = process.argv.slice(2);
const entries = [
  "css/site.css",
  "css/door.css",
  "css/admin.css",
  "js/exit.js",
  "js/keep.js",
  "js/passkey.js",
  "images/icon.svg",
  "images/favicon.ico",
];

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: target,
  entryNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: "none",
  loader: { ".svg": "copy", ".ico": "copy" },
  target: ["chrome99", "firefox97", "safari15.4"],
});

await writeManifest(metafile, root, target);
