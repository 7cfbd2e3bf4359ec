/** A message that will not go out however often it is tried. The text is the plain reason that the coordinator reads. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
  readonly code: string;

  constructor(code: string, words: string) {
    super(words);
    this.code = code;
  }
}

/** A message that cannot go out before a person has mended something; it then goes out by itself. The text is for the coordinator. */
export class WaitsForPerson extends Error {
  override readonly name = 'WaitsForPerson';
  readonly code: string;

  constructor(code: string, words: string) {
    super(words);
    this.code = code;
  }
}
