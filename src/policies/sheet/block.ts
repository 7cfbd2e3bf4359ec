/** What a sheet consists of before it is drawn: the same form as the papers of a case, so that one pen draws both. */
export type Block =
  { heading: string } | { text: string } | { list: string[] } | { table: { head: string[]; rows: string[][] } };

export interface Sheet {
  title: string;
  /** Procedure and version, `hertsmere/2023-05-01`. */
  reference: string;
  blocks: Block[];
}
