import styles from './common.module.css';

/** A number in a pill, with what it counts said to screen readers. Nothing at nought. */
export function CountBadge({ n, of, quiet = false }: { n: number; of: string; quiet?: boolean }) {
  if (n === 0) return null;
  return (
    <span className={quiet ? styles.countQuiet : styles.count}>
      <span aria-hidden="true">{n > 99 ? '99+' : n}</span>
      <span className="hidden">{`${n} ${of}`}</span>
    </span>
  );
}
