import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];
interface NodeStream {
  nfd?: number;
  node: unknown;
}
/** The part of the engine's file layer that its own types leave open. */
interface FileLayer {
  NODEFS: { realPath(node: unknown): string; stream_ops: { fsync?: (stream: NodeStream) => number } };
}

/**
 * The engine's folder with a working fsync: its own file layer has none, so that a commit would survive a killed
 * process but not a power cut. `syncs` counts them, so that a start can prove that they still happen.
 */
export class SyncedFolder extends NodeFS {
  syncs = 0;

  override async init(...[engine, options]: Parameters<Init>): ReturnType<Init> {
    const started = await super.init(engine, options);
    const hook = (layer: FileLayer): void => {
      layer.NODEFS.stream_ops.fsync = (stream) => {
        this.syncs += 1;
        if (stream.nfd === undefined) syncPath(layer.NODEFS.realPath(stream.node));
        else fdatasyncSync(stream.nfd);
        return 0;
      };
    };
    const preRun = [started.emscriptenOpts.preRun ?? []].flat() as ((layer: FileLayer) => void)[];
    return { emscriptenOpts: { ...started.emscriptenOpts, preRun: [...preRun, hook] as never } };
  }
}

/** Makes one file or folder durable. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a whole folder durable: the engine copies a new cluster into place without a sync. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name));
  syncPath(folder);
}
