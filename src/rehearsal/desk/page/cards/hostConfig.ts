/** Fluent's tokens are CSS variables, so a change of theme recolours a card without drawing it again (and losing what was typed). */
const token = (name: string): string => `var(--color${name})`;
const ink = (name: string, subtle = name) => ({
  default: token(name),
  subtle: token(subtle),
  highlightColors: { default: token('PaletteMarigoldBackground2'), subtle: token('PaletteMarigoldBackground2') },
});

const foregroundColors = {
  default: ink('NeutralForeground1', 'NeutralForeground2'),
  dark: ink('NeutralForeground1', 'NeutralForeground2'),
  light: ink('NeutralForeground2', 'NeutralForeground3'),
  accent: ink('BrandForeground1'),
  good: ink('StatusSuccessForeground1'),
  warning: ink('StatusWarningForeground3'),
  attention: ink('StatusDangerForeground1'),
};
const surface = (background: string, border: string) => ({
  backgroundColor: token(background),
  borderColor: token(border),
  foregroundColors,
});

/** How cards look here: the sizes Teams uses, in Fluent's colours. */
export const hostConfig = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontTypes: {
    default: { fontFamily: 'inherit' },
    monospace: { fontFamily: 'var(--fontFamilyMonospace)' },
  },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: token('NeutralStroke2') },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: surface('NeutralBackground1', 'NeutralStroke2'),
    emphasis: surface('NeutralBackground3', 'NeutralStroke2'),
    accent: surface('BrandBackground2', 'BrandStroke2'),
    good: surface('StatusSuccessBackground1', 'StatusSuccessBorder1'),
    warning: surface('StatusWarningBackground1', 'StatusWarningBorder1'),
    attention: surface('StatusDangerBackground1', 'StatusDangerBorder1'),
  },
  textStyles: {
    heading: { fontType: 'Default', size: 'Medium', weight: 'Bolder', color: 'Default', isSubtle: false },
    columnHeader: { fontType: 'Default', size: 'Default', weight: 'Bolder', color: 'Default', isSubtle: false },
  },
  textBlock: { headingLevel: 3 },
  inputs: {
    errorMessage: { color: 'Attention', size: 'Small', weight: 'Bolder', spacing: 'Small' },
    label: {
      inputSpacing: 'Small',
      requiredInputs: { color: 'Default', size: 'Default', weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { color: 'Default', size: 'Default', weight: 'Bolder' },
    },
  },
  actions: {
    maxActions: 6,
    spacing: 'Large',
    buttonSpacing: 8,
    showCard: { actionMode: 'Inline', inlineTopMargin: 12, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    allowTitleToWrap: true,
    iconPlacement: 'LeftOfTitle',
    iconSize: 16,
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'Medium', maxImageHeight: 100 },
  factSet: {
    title: { weight: 'Bolder', size: 'Default', color: 'Default', wrap: true, maxWidth: 160 },
    value: { weight: 'Default', size: 'Default', color: 'Default', wrap: true },
    spacing: 16,
  },
  table: { cellSpacing: 8 },
};
