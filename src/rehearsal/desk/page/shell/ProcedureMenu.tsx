import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Spinner } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { useState } from 'react';
import type { PartnershipOffered } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { useFetched } from '../api/useFetched.ts';
import { useDesk } from '../app/deskContext.ts';
import styles from './shell.module.css';

const never = (): boolean => false;

/** The procedures that can be rehearsed, each with a partnership and a desk of its own. */
export function ProcedureMenu() {
  const { view, note } = useDesk();
  const { data } = useFetched<PartnershipOffered[]>('partnerships', never);
  const [leaving, setLeaving] = useState(false);
  const offered = data ?? [];
  if (offered.length < 2) return null;

  const choose = (procedure: string): void => {
    if (procedure === view.procedureKey || leaving) return;
    setLeaving(true);
    postJson<{ url: string }>('partnerships', { procedure }).then(
      ({ url }) => window.location.assign(url),
      (fault: unknown) => {
        setLeaving(false);
        note(wordsOfFault(fault), 'error');
      },
    );
  };

  return (
    <Menu
      positioning="above-start"
      checkedValues={{ procedure: [view.procedureKey] }}
      onCheckedValueChange={(_event, { checkedItems }) => choose(checkedItems[0] ?? '')}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          className={styles.otherProcedures}
          icon={leaving ? <Spinner size="tiny" /> : <ChevronDownRegular />}
          iconPosition="after"
          disabledFocusable={leaving}
        >
          Other procedures
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {offered.map(({ procedure, title, authority }) => (
            <MenuItemRadio key={procedure} name="procedure" value={procedure}>
              <span className={styles.switchName}>{title}</span>
              <span className={styles.switchMeans}>{authority}</span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
