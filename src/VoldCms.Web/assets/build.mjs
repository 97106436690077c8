// Builds ../wwwroot/assets: every entry under a name that carries a hash of its content, compressed copies beside it, and
// manifest.json from source name to built name.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = import.meta.dirname;
const target = join(root, "..", "wwwroot", "assets");
const entries = ["css/site.css", "js/exit.js", "images/icon.svg"];

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
  loader: { ".svg": "copy" },
  target: ["chrome99", "firefox97", "safari15.4"],
});

const manifest = {};
for (const [path, output] of Object.entries(metafile.outputs)) {
  const file = join(root, path);
  const source = output.entryPoint ?? Object.keys(output.inputs)[0];
  manifest[basename(source)] = basename(file);
  const content = await readFile(file);
  const compressed = {
    br: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
    gz: gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
  };
  for (const [ending, bytes] of Object.entries(compressed)) {
    if (bytes.length < content.length) await writeFile(`${file}.${ending}`, bytes);
  }
}
await writeFile(join(target, "manifest.json"), JSON.stringify(manifest, null, 2));
