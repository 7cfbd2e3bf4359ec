import { FluentProvider } from '@fluentui/react-components';
import { Desk } from './Desk.tsx';
import { DeskLoading } from './DeskLoading.tsx';
import { useTheme } from './useTheme.ts';
import { useView } from './useView.ts';
import { useRoute } from '../route/useRoute.ts';

/** The whole page: a theme, the person of the address bar, and the desk as that person sees it. */
export function App() {
  const theme = useTheme();
  const { route, go, hrefOf } = useRoute();
  const view = useView(route, go);

  return (
    <FluentProvider theme={theme.theme} data-theme={theme.drawn} style={{ background: 'transparent' }}>
      {view.data === null ? (
        <DeskLoading error={view.error} again={view.again} />
      ) : (
        <Desk view={view.data} refreshView={view.again} route={route} go={go} hrefOf={hrefOf} theme={theme} />
      )}
    </FluentProvider>
  );
}
