/** A message that will not go out however often it is tried. The text is the plain reason that the coordinator reads. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
  readonly code: string;

  constructor(code: string, words: string) {
    super(words);
    this.code = code;
  }
}
