import { md } from './escape.ts';
import type { Refusal } from '../domain/refusals.ts';
import { noticeCard } from './noticeCard.ts';
import type { Card } from './render.ts';

/** What was not done and why, with the rule's id. Nothing has changed. */
export const refusalCard = (refusal: Refusal, reference?: string): Card =>
  noticeCard({
    head: md`${reference ? `${reference} · ` : ''}Not done`,
    colour: 'Warning',
    lines: [
      md`${refusal.text}`,
      md`
Nothing has been changed.
      `,
    ],
    foot: md`Rule ${refusal.rule}`,
  });
