import type { WireView } from '../../protocol.ts';
import { timeOf } from '../words/days.ts';
import styles from './behind.module.css';

/** The calls between bot, connector and Graph, newest as the tenant orders them. */
export function WirePane({ wire }: { wire: WireView[] }) {
  if (wire.length === 0) return <p className={styles.none}>No calls yet.</p>;
  return (
    <table className={styles.wire}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Call</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {wire.map((call, index) => (
          <tr key={`${call.at} ${index}`}>
            <td>{timeOf(call.at)}</td>
            <td>
              <span className={styles.side}>{call.side}</span> <span className={styles.method}>{call.method}</span>{' '}
              <span className={styles.code}>{call.path}</span>
            </td>
            <td className={call.status >= 400 ? styles.bad : undefined}>
              {call.status} <span className={styles.small}>{call.ms} ms</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
