import { AdaptiveCard, HostConfig, OpenUrlAction, Strings } from 'adaptivecards';
import type { Card } from '../../protocol.ts';
import { hostConfig } from './hostConfig.ts';
import { cardMarkdown, safeUrl } from './markdown.ts';
import { mendDrawing } from './mendDrawing.ts';
import { openOverflowMenu } from './overflowMenu.ts';
import { registerOptionalNumber } from './optionalNumber.ts';
import { pressedOf, type Pressed } from './pressed.ts';

registerOptionalNumber();
Strings.defaults.overflowButtonText = () => 'More';
AdaptiveCard.onDisplayOverflowActionMenu = (actions, target) => {
  if (target === undefined) return false;
  openOverflowMenu(actions, target);
  return true;
};
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

/** Draws a card. `press` hears Execute and Submit once every input is valid; links open in a window of their own.
 * Throws when the JSON is no card. */
export function drawCard(json: Card, press: (pressed: Pressed) => void): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) {
      const url = safeUrl(action.url ?? '');
      if (url !== null) window.open(url, '_blank', 'noopener,noreferrer');
      return;
    }
    const pressed = pressedOf(action);
    if (pressed !== null) press(pressed);
  };
  card.parse(json);
  const drawn = card.render();
  if (drawn !== undefined) mendDrawing(drawn);
  return drawn;
}
