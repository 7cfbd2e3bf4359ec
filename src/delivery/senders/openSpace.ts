import { makeSpace } from '../makeSpace.ts';
import type { SenderParts } from '../parts.ts';
import { findSpace, keepSpace } from '../space.ts';
import type { Sender } from '../sender.ts';
import { bringMembers } from './syncMembers.ts';

/** Makes the case's channel where it has none, and brings its people in. */
export function openSpace(parts: SenderParts): Sender<'openSpace'> {
  return {
    async send({ caseId }) {
      if ((await findSpace(parts, caseId)) === null) {
        const made = await makeSpace(parts, caseId);
        if ('instead' in made) return made.instead;
        await keepSpace(parts, caseId, made);
      }
      return bringMembers(parts, caseId);
    },
  };
}
