import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keep, kept } from '../common/kept.ts';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';
type Drawn = Exclude<ThemeChoice, 'system'>;

const themes: Record<Drawn, Theme> = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];
const darkQuery = '(prefers-color-scheme: dark)';
const contrastQuery = '(forced-colors: active)';

/** The Fluent theme to draw with: the reader's choice, else what their system asks for. */
export function useTheme(): { theme: Theme; drawn: Drawn; choice: ThemeChoice; choose: (choice: ThemeChoice) => void } {
  const [choice, setChoice] = useState<ThemeChoice>(() => choices.find((name) => name === kept('theme')) ?? 'system');
  const dark = useMatches(darkQuery);
  const forced = useMatches(contrastQuery);
  const system: Drawn = forced ? 'contrast' : dark ? 'dark' : 'light';
  const drawn = choice === 'system' ? system : choice;

  useEffect(() => {
    document.documentElement.style.colorScheme = drawn === 'light' ? 'light' : 'dark';
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
