import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import type { ExtensionAction, Shown } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { useDesk } from '../app/deskContext.ts';
import { errorWords } from './usePress.ts';

/** The messaging extension's commands, by the ids of the app's manifest. */
const commands = [{ id: 'openCase', words: 'Open a case review' }] as const;

/** The plus sign by the compose box: what the app offers here. */
export function ExtensionMenu({ conversation }: { conversation: string }) {
  const { view, openDialog, note } = useDesk();

  const choose = (command: string): void => {
    const ask: ExtensionAction = { as: view.me.id, conversation, step: 'fetch', command, data: {} };
    postJson<Shown>('extension', ask).then(
      (shown) => {
        if (shown.kind === 'dialog' && shown.dialog !== undefined) {
          openDialog({ source: { from: 'extension', conversation, command }, content: shown.dialog });
        } else if (shown.kind === 'error') note(errorWords(shown.text), 'error');
        else if (shown.text !== undefined) note(shown.text);
      },
      (fault: unknown) => note(wordsOfFault(fault), 'error'),
    );
  };

  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<AddRegular />} aria-label="Actions and apps" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {commands.map(({ id, words }) => (
            <MenuItem key={id} icon={<DocumentAddRegular />} onClick={() => choose(id)}>
              {words}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
