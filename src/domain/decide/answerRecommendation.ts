import { refusal } from '../refusals.ts';
import type { Check } from './given.ts';

/** STAT-7: a body has regard to a recommendation; it need not follow it, but says why where it declines. */
export const answerRecommendation: Check<'answerRecommendation'> = ({ review, command }) => {
  const { recommendation, answer, reason } = command.with;
  if (!review?.recommendations.some((it) => it.id === recommendation)) {
    return refusal('unknown_recommendation', 'STAT-7', 'There is no such recommendation.', 'recommendation');
  }
  if (answer === 'declined' && reason === undefined) {
    return refusal('reason_missing', 'STAT-7', 'A body that declines a recommendation says why.', 'reason');
  }
  return null;
};
