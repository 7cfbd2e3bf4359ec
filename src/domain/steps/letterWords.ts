import type { LetterName } from '../words.ts';

/** " (CT4)" for a letter that the procedure numbers; nothing for one that goes by its plain name. */
export const numbered = (letter: LetterName): string => (/^(CT|Letter )/.test(letter) ? ` (${letter})` : '');
