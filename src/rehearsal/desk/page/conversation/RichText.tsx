import { useMemo } from 'react';
import { sanitiseHtml } from './sanitiseHtml.ts';
import styles from './rich.module.css';

/** Words that came as HTML, drawn safely. */
export function RichText({ html, me }: { html: string; me: string }) {
  const safe = useMemo(() => sanitiseHtml(html, me), [html, me]);
  return safe.trim() === '' ? null : <div className={styles.rich} dangerouslySetInnerHTML={{ __html: safe }} />;
}
