/** "1 thing", "4 things". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "1.4 MB", in the units that file lists use. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return count(bytes, 'byte');
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.round(kilo)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
