import { say } from './escape.ts';
import type { Refusal } from '../domain/refusals.ts';
import { noticeCard } from './noticeCard.ts';
import type { Card } from './render.ts';

/** What was not done and why, with the rule's id. Nothing has changed. */
export const refusalCard = (refusal: Refusal, reference?: string): Card =>
  noticeCard({
    head: say`${reference ? `${reference} · ` : ''}Not done`,
    colour: 'Warning',
    lines: [say`${refusal.text}`, say`Nothing has been changed.`],
    foot: say`Rule ${refusal.rule}`,
  });
