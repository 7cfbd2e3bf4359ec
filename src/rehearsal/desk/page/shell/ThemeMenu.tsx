import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import type { ThemeChoice, useTheme } from '../app/useTheme.ts';

const choices: { value: ThemeChoice; words: string }[] = [
  { value: 'system', words: 'As my device' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
  { value: 'contrast', words: 'High contrast' },
];

/** Light, dark, high contrast, or as the device says. */
export function ThemeMenu({ theme }: { theme: ReturnType<typeof useTheme> }) {
  return (
    <Menu
      checkedValues={{ theme: [theme.choice] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = choices.find(({ value }) => value === checkedItems[0]);
        if (chosen !== undefined) theme.choose(chosen.value);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Colours" relationship="label">
          <Button appearance="subtle" icon={<DarkThemeRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ value, words }) => (
            <MenuItemRadio key={value} name="theme" value={value}>
              {words}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
