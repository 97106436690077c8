// What every build of assets ends with: compressed copies beside the built files, and manifest.json from source name to built name.
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * @param metafile esbuild's; its outputs lie side by side in the target.
 * @param root the folder that its paths are relative to.
 * @param target the folder of the built files.
 * @param quality Brotli's, 0 to 11.
 */
export async function writeManifest(metafile, root, target, quality = constants.BROTLI_MAX_QUALITY) {
  const manifest = {};
  await Promise.all(
    Object.keys(metafile.outputs).map(async (path) => {
      const file = join(root, path);
      manifest[sourceName(basename(file))] = basename(file);
      const content = await readFile(file);
      const compressed = {
        br: await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
        gz: await deflate(content, { level: constants.Z_BEST_COMPRESSION }),
      };
      for (const [ending, bytes] of Object.entries(compressed)) {
        if (bytes.length < content.length) await writeFile(`${file}.${ending}`, bytes);
      }
    }),
  );
  await writeFile(join(target, "manifest.json"), JSON.stringify(manifest, null, 2));
}

/** The name without the hash; what several entries share has no other name than its own. */
const sourceName = (built) => (built.startsWith("chunk-") ? built : built.replace(/-[A-Z0-9]{8}(?=\.[^.]+$)/, ""));
