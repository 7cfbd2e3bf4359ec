import type { Appeal, CaseFile } from './caseReview.ts';

/** An appeal's number in the case, in the order of entry; in snapshots of an earlier release that is the order they stand in. */
export const numberOf = (appeal: Appeal, file: Pick<CaseFile, 'appeals'>): number =>
  appeal.number ?? file.appeals.indexOf(appeal) + 1;

/** What tells its clocks from those of another appeal: the decision it is about, from the second one on with its place among them. */
export function nameOfAppeal(appeal: Appeal, file: Pick<CaseFile, 'appeals'>): string {
  const own = numberOf(appeal, file);
  const place = file.appeals.filter((it) => it.about === appeal.about && numberOf(it, file) <= own).length;
  return place > 1 ? `${appeal.about} ${place}` : appeal.about;
}
