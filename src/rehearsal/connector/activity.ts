import { z } from 'zod/v4';
import { Refused } from '../wire/call.ts';
import type { Content } from '../state/records.ts';

const Attachment = z.looseObject({
  contentType: z.string(),
  content: z.unknown().optional(),
  name: z.string().nullish(),
});
const OutgoingActivity = z.looseObject({
  type: z.string().default('message'),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  attachments: z.array(Attachment).nullish(),
  entities: z.array(z.record(z.string(), z.unknown())).nullish(),
  summary: z.string().nullish(),
});
export type OutgoingActivity = z.infer<typeof OutgoingActivity>;

/** A message may hold about 100 KB, counted in UTF-16 with everything in it. */
const MAX_BYTES = 100 * 1024;

export function parseActivity(body: unknown): OutgoingActivity {
  const parsed = OutgoingActivity.safeParse(body);
  if (!parsed.success) throw new Refused(400, 'BadSyntax', 'The activity cannot be read.');
  if (JSON.stringify(body).length * 2 > MAX_BYTES) {
    throw new Refused(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  return parsed.data;
}

export function contentOf(activity: OutgoingActivity): Content {
  return {
    text: activity.text ?? '',
    textFormat: activity.textFormat ?? 'markdown',
    attachments: (activity.attachments ?? []).map((one) => ({
      contentType: one.contentType,
      content: one.content,
      ...(typeof one.name === 'string' ? { name: one.name } : {}),
    })),
    entities: activity.entities ?? [],
  };
}

/** Teams turns away a message with neither words nor attachment. */
export function demandSubstance(content: Content): void {
  if (content.text.trim() === '' && content.attachments.length === 0) {
    throw new Refused(400, 'BadSyntax', 'Activity must include non empty text field or at least 1 attachment.');
  }
}
