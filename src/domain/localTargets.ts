import type { ClockRule, Policy } from './policy.ts';

/**
 * Times that no procedure prints and each one needs: how long a recommendation may lie unanswered (AMB-C15), how long a risk
 * assessment is good (AMB-C16), and by when an appeal that came to the council is with whoever decides it (AMB-C13).
 */
export function localTargets({ prefix, actsLacking }: Pick<Policy, 'prefix' | 'actsLacking'>): ClockRule[] {
  const target = { kind: 'target', section: 'not stated' } as const;
  return [
    {
      ...target,
      id: `${prefix}.recommendation.target`,
      rule: 'AMB-C15',
      label: 'Answer the recommendation (local target)',
      owedBy: 'recommended_body',
      per: 'recommendation',
      from: 'recommended',
      period: 'recommendation.answer',
      metBy: { act: 'recommendation_answer' },
      outlivesClosing: true,
    },
    {
      ...target,
      id: `${prefix}.risk.review.target`,
      rule: 'AMB-C16',
      label: 'Assess the risk again (local target)',
      owedBy: 'spoc',
      per: 'risk',
      from: 'risk_assessed',
      period: 'risk.review',
      metBy: { act: 'risk_assessed' },
      outlivesClosing: false,
    },
    ...(actsLacking.passOnAppeal === undefined
      ? [
          {
            ...target,
            id: `${prefix}.appeal.pass_on.target`,
            rule: 'AMB-C13',
            label: 'Pass the appeal on to whoever decides it (local target)',
            owedBy: 'spoc',
            per: 'appeal_to_lead',
            from: 'appeal_to_lead',
            period: 'appeal.pass_on',
            metBy: { act: 'passed_on' },
            outlivesClosing: true,
          } satisfies ClockRule,
        ]
      : []),
  ];
}
