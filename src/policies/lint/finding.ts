/** What the linter has to say. A fault fails the run; a warning does not. */
export interface Finding {
  level: 'fault' | 'warning';
  /** `hertsmere/2023-05-01`, or `calendar`. */
  where: string;
  words: string;
}
export type Say = (level: Finding['level'], words: string) => void;
