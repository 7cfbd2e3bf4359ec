import { Button, Tooltip } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { WrenchRegular } from '@fluentui/react-icons/svg/wrench';
import { useDesk } from '../app/deskContext.ts';
import type { GuideOpen } from '../app/useGuideOpen.ts';
import type { useTheme } from '../app/useTheme.ts';
import { ClockBar } from '../clock/ClockBar.tsx';
import { PersonSwitcher } from './PersonSwitcher.tsx';
import styles from './shell.module.css';
import { ThemeMenu } from './ThemeMenu.tsx';
import { TroubleMenu } from './TroubleMenu.tsx';

interface Props {
  theme: ReturnType<typeof useTheme>;
  guide: GuideOpen;
  navOpen: boolean;
  toggleNav: () => void;
}

/** The head of the desk: who I am, when it is, and the switches of the rehearsal itself. */
export function TopBar({ theme, guide, navOpen, toggleNav }: Props) {
  const { view, route, go } = useDesk();
  const behind = route.behind !== null;
  return (
    <header className={styles.top}>
      <Button
        className={styles.burger}
        appearance="subtle"
        icon={<NavigationRegular />}
        aria-label="Channels, mail and calendar"
        aria-expanded={navOpen}
        onClick={toggleNav}
      />
      <PersonSwitcher />
      <ClockBar />
      <div className={styles.tools}>
        {!guide.open && (
          <Button appearance="subtle" icon={<LightbulbRegular />} onClick={() => guide.setOpen(true)}>
            What now
          </Button>
        )}
        <TroubleMenu trouble={view.trouble} />
        <Tooltip content="Behind the scenes: record, clocks, outbox, wire" relationship="description">
          <Button
            appearance={behind ? 'primary' : 'subtle'}
            icon={<WrenchRegular />}
            aria-label="Behind the scenes"
            aria-pressed={behind}
            onClick={() => go({ behind: behind ? null : 'record' })}
          />
        </Tooltip>
        <ThemeMenu theme={theme} />
      </div>
    </header>
  );
}
