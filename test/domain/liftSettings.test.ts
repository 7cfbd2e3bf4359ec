import { describe, expect, it } from 'vitest';
import { liftSettings, SettingsSchema } from '../../src/domain/settings.ts';
import { policyFor, resolvePolicy } from '../../src/policies/registry.ts';

describe('what a council may set about who decides', () => {
  it('is never one body alone: that is refused as unlawful (AMB-B11)', () => {
    const parsed = SettingsSchema.safeParse({ 'threshold.min_bodies': 1 });
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['threshold.min_bodies'],
      message: 'must be 2 or more: by law the relevant bodies decide together, never one of them alone',
    });
    for (const least of [2, 3, 4])
      expect(SettingsSchema.safeParse({ 'threshold.min_bodies': least }).success).toBe(true);
    expect(SettingsSchema.safeParse({ 'threshold.min_bodies': 5 }).success).toBe(false);
  });

  it('has no second signature that lets an application with the count be declined (AMB-B6, STAT-3)', () => {
    expect(SettingsSchema.safeParse({ 'refusal.needs_second_approver': true }).success).toBe(false);
  });

  it('is read in today’s form in a case that was opened under an earlier release', () => {
    const kept = { 'threshold.min_bodies': 1, 'refusal.needs_second_approver': false, 'threshold.count': 2 };
    const policy = resolvePolicy(policyFor('llr'), liftSettings(kept));
    expect(policy.settings['threshold.min_bodies']).toBe(2);
    expect(policy.settings['threshold.count']).toBe(2);
    expect(liftSettings({ 'threshold.min_bodies': 3 })).toEqual({ 'threshold.min_bodies': 3 });
  });
});
