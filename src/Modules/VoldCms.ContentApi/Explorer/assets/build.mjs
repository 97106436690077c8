// node build.mjs FOLDER: GraphiQL in one entry, and Monaco's workers, which the browser loads from us too.
import { mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";
import { writeManifest } from "../../../../build/manifest.mjs";

const root = import.meta.dirname;
const [target] = process.argv.slice(2);

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    explorer: "explorer.js",
    "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
    "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
    "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  },
  outdir: target,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  format: "esm",
  legalComments: "none",
  loader: { ".graphql": "text", ".ttf": "file" },
  define: { "process.env.NODE_ENV": '"production"' },
  target: "es2022",
});

// Seven megabytes for developers: a better compression would take longer than the whole build.
await writeManifest(metafile, root, target, 6);
