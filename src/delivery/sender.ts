import type { Effect, EffectKind } from '../domain/effects.ts';

export interface Attempt {
  /** Counts from 1. */
  number: number;
  /** An earlier try may have arrived: look for its result first. */
  unsure: boolean;
}
/** `trouble`: it went out, but something about it must be told to the coordinator. */
export type Sent =
  | { kind: 'sent'; note?: string; trouble?: string }
  /** Not at its end yet (an operation runs): come back then. */
  | { kind: 'later'; inMs: number; why: string };
export type Wait = { inMs: number; why: string };

/** Sends one kind of effect. Faults are thrown; what they mean is read by `verdictOf`. */
export interface Sender<K extends EffectKind> {
  /** What the effect must wait for, before any try is counted. */
  ready?(effect: EffectOf<K>): Promise<Wait | null>;
  send(effect: EffectOf<K>, attempt: Attempt): Promise<Sent>;
}
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;
export type Senders = { [K in EffectKind]: Sender<K> };
/** A sender whose kind is not known to the compiler; the dispatcher hands it effects of its own kind only. */
export type AnySender = Sender<EffectKind>;
