import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of files and attachments, by id, beside the journal (or in memory). */
export interface Contents {
  write(id: string, bytes: Buffer): void;
  read(id: string): Buffer | null;
}

export function openContents(folder: string | null): Contents {
  if (folder === null) {
    const held = new Map<string, Buffer>();
    return { write: (id, bytes) => void held.set(id, bytes), read: (id) => held.get(id) ?? null };
  }
  const home = join(folder, 'contents');
  mkdirSync(home, { recursive: true });
  // Ids are the tenant's own (letters, digits, dashes), so they cannot lead out of the folder.
  return {
    write: (id, bytes) => {
      writeFileSync(join(home, `${id}.new`), bytes, { mode: 0o600 });
      renameSync(join(home, `${id}.new`), join(home, id));
    },
    read: (id) => {
      try {
        return readFileSync(join(home, id));
      } catch {
        return null;
      }
    },
  };
}
