/** One fictional partnership that a desk can offer. Types alone: the composition starts them. */
export interface PartnershipOffered {
  procedure: string;
  /** "Leicester, Leicestershire and Rutland". */
  title: string;
  authority: string;
  /** Address of its own desk; null until somebody has asked for it. */
  url: string | null;
}

/** The partnerships beside this one. */
export interface Partnerships {
  list(): Promise<PartnershipOffered[]>;
  /** Starts it where it does not run yet. Null where there is none of that name. */
  open(procedure: string): Promise<string | null>;
}
