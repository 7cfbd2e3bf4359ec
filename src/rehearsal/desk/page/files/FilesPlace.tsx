import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import type { FilesView } from '../../protocol.ts';
import { useFetched } from '../api/useFetched.ts';
import { useDesk } from '../app/deskContext.ts';
import { ChannelHead } from '../common/ChannelHead.tsx';
import { Empty } from '../common/Empty.tsx';
import { Fetching } from '../common/Fetching.tsx';
import { sizeWords } from '../words/counts.ts';
import { whenOf } from '../words/days.ts';
import styles from './files.module.css';

/** The files of a channel. */
export function FilesPlace({ channel }: { channel: string }) {
  const { view } = useDesk();
  const name = view.channels.find(({ id }) => id === channel)?.name ?? 'Channel';
  const path = `files?as=${encodeURIComponent(view.me.id)}&channel=${encodeURIComponent(channel)}`;
  const fetched = useFetched<FilesView>(path, ({ changed }) => changed === 'files');
  return (
    <section className={styles.place} aria-label="Files">
      <ChannelHead id={channel} name={name} tab="files" />
      <Fetching of={fetched}>
        {({ files }) =>
          files.length === 0 ? (
            <Empty icon={<FolderOpenRegular />} title="No files yet">
              Letters, minutes and plans of this case are kept here.
            </Empty>
          ) : (
            <div className={styles.scroll}>
              <table className={styles.files}>
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col">Changed</th>
                    <th scope="col">Size</th>
                  </tr>
                </thead>
                <tbody>
                  {files.map((file) => (
                    <tr key={file.url}>
                      <td>
                        <a href={file.url} target="_blank" rel="noopener noreferrer" className={styles.name}>
                          <DocumentRegular aria-hidden="true" />
                          {file.name}
                        </a>
                      </td>
                      <td>{whenOf(file.at)}</td>
                      <td>{sizeWords(file.size)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Fetching>
    </section>
  );
}
