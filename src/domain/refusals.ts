import type { RefusalCode } from './words.ts';

/** An answer, never an exception: what was not done, under which rule, in words for the person who asked. */
export interface Refusal {
  code: RefusalCode | ShellRefusalCode;
  /** Rule id of the rule-book, or the capability where no procedure speaks. */
  rule: string;
  /** Plain words; names no person, address, harm or health. */
  text: string;
  /** The input at fault, where one is. */
  field?: string;
}
/** Refusals of the shell, outside the rule-book: who may act, what stands, what was stale. */
export type ShellRefusalCode =
  | 'not_allowed'
  | 'unknown_case'
  | 'unknown_person'
  | 'stale'
  | 'bad_input'
  | 'closed'
  | 'key_reused'
  | 'looks_alike'
  /** The record of the case was changed outside Convene. */
  | 'altered';

export const refusal = (code: Refusal['code'], rule: string, text: string, field?: string): Refusal =>
  field === undefined ? { code, rule, text } : { code, rule, text, field };

/** The same words whether there is no such case or it is not theirs: a stranger learns nothing. */
export const unknownCase = (): Refusal =>
  refusal('unknown_case', 'capability 53', 'There is no case of that reference among yours.');
