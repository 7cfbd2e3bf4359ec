import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keep, kept } from '../common/kept.ts';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';
type Drawn = Exclude<ThemeChoice, 'system'>;

// The dark theme's red for words reaches 4.2 to 1 on our surfaces; WCAG asks 4.5.
const dark: Theme = { ...teamsDarkTheme, colorStatusDangerForeground1: '#f1a0a8' };
const themes: Record<Drawn, Theme> = { light: teamsLightTheme, dark, contrast: teamsHighContrastTheme };
// Fluent's high contrast turns a pointed-at surface bright and every word on it black. Our rows hold words of several colours, so
// they keep a dark surface there.
const ours: Record<Drawn, Record<string, string>> = {
  light: { '--deskHover': '#f0f0f0', '--deskSelected': '#ebebeb' },
  dark: { '--deskHover': '#383838', '--deskSelected': '#3d3d3d' },
  contrast: { '--deskHover': '#1f1f1f', '--deskSelected': '#262b4d' },
};
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];
const darkQuery = '(prefers-color-scheme: dark)';
const contrastQuery = '(forced-colors: active)';

/** The Fluent theme to draw with: the reader's choice, else what their system asks for. */
export function useTheme(): { theme: Theme; drawn: Drawn; choice: ThemeChoice; choose: (choice: ThemeChoice) => void } {
  const [choice, setChoice] = useState<ThemeChoice>(() => choices.find((name) => name === kept('theme')) ?? 'system');
  const isDark = useMatches(darkQuery);
  const forced = useMatches(contrastQuery);
  const system: Drawn = forced ? 'contrast' : isDark ? 'dark' : 'light';
  const drawn = choice === 'system' ? system : choice;

  useEffect(() => {
    const { style } = document.documentElement;
    style.colorScheme = drawn === 'light' ? 'light' : 'dark';
    for (const [name, colour] of Object.entries(ours[drawn])) style.setProperty(name, colour);
    document.body.style.background = themes[drawn].colorNeutralBackground2;
  }, [drawn]);

  const choose = (next: ThemeChoice): void => {
    keep('theme', next);
    setChoice(next);
  };
  return { theme: themes[drawn], drawn, choice, choose };
}

/** Whether a media query holds now. */
export function useMatches(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}
