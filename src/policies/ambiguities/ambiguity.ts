import type { Policy } from '../../domain/policy.ts';

/** A place where the printed procedures leave a doubt, and how it is read unless a council says otherwise. */
export interface Ambiguity {
  id: string;
  /** The procedures it concerns, by prefix. */
  of: readonly Policy['prefix'][];
  /** Where in them. */
  where: string;
  doubt: string;
  /** The reading that the modules ship with. */
  reading: string;
  /** Settings by which a council chooses another reading; a name that ends in `.*` is free data of the authority. */
  settings: readonly string[];
}

export const EVERY: Ambiguity['of'] = ['LLR', 'WAR', 'HER', 'STF', 'SHR'];
