import type { Card } from '../../../../src/rehearsal/desk/protocol.ts';

/** What an agency is asked for, as one card in its channel. */
export const requestCard: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'TextBlock',
      text: '**NBC-2026-0007** · Your response form',
      wrap: true,
      size: 'Medium',
      weight: 'Bolder',
      style: 'heading',
    },
    {
      type: 'TextBlock',
      text: 'By Wed 9 September 2026 (2 working days left)',
      wrap: true,
      color: 'Attention',
      spacing: 'Small',
    },
    {
      type: 'TextBlock',
      text: 'Send what you hold on the complaints below, or say that you hold nothing.\n\n- What was reported\n- What you did\n- [The legal basis](/legal/section-115)',
      wrap: true,
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Asked of', value: 'Larkfold Homes' },
        { title: 'Asked on', value: 'Wed 26 August 2026' },
        { title: 'Complaints', value: '3, from 2 May to 19 July 2026' },
      ],
    },
  ],
  actions: [
    {
      type: 'Action.Submit',
      title: 'Fill in the form',
      style: 'positive',
      data: { msteams: { type: 'task/fetch' }, verb: 'openReturn' },
    },
    { type: 'Action.Execute', title: 'We hold nothing', verb: 'nilReturn', data: { caseRef: 'NBC-2026-0007' } },
    {
      type: 'Action.ShowCard',
      title: 'More',
      card: {
        type: 'AdaptiveCard',
        body: [
          {
            type: 'Input.Text',
            id: 'question',
            label: 'Ask the coordinator',
            isMultiline: true,
            isRequired: true,
            errorMessage: 'Write your question',
          },
        ],
        actions: [{ type: 'Action.Execute', title: 'Ask', verb: 'ask', data: {} }],
      },
    },
    {
      type: 'Action.Execute',
      title: 'We cannot share what we hold',
      mode: 'secondary',
      verb: 'withheld',
      data: { caseRef: 'NBC-2026-0007' },
    },
    { type: 'Action.Execute', title: 'Ask for more time', mode: 'secondary', verb: 'later', data: {} },
  ],
};

/** The form of a dialog: every kind of field. */
export const formCard: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'What does Larkfold Homes hold?', wrap: true, weight: 'Bolder', size: 'Medium' },
    {
      type: 'Input.ChoiceSet',
      id: 'risk',
      label: 'Risk to the victim',
      style: 'compact',
      isRequired: true,
      errorMessage: 'Choose one',
      placeholder: 'Choose',
      choices: [
        { title: 'High', value: 'high' },
        { title: 'Standard', value: 'standard' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'held',
      label: 'What you hold',
      style: 'expanded',
      isMultiSelect: true,
      value: '',
      choices: [
        { title: 'Reports', value: 'reports' },
        { title: 'Visits', value: 'visits' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'open',
      label: 'Is your own case open?',
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Say yes or no',
      choices: [
        { title: 'Yes', value: 'yes' },
        { title: 'No', value: 'no' },
      ],
    },
    { type: 'Input.Date', id: 'from', label: 'First report', isRequired: true, errorMessage: 'Give the day' },
    {
      type: 'Input.Number',
      id: 'count',
      label: 'How many reports',
      min: 0,
      max: 99,
      errorMessage: 'Give a number from 0 to 99',
    },
    {
      type: 'Input.Text',
      id: 'done',
      label: 'What you have done',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Say what was done, even if it was nothing',
      placeholder: 'Warnings, visits, letters',
    },
    {
      type: 'TextBlock',
      text: 'Only the panel will read this.',
      isSubtle: true,
      size: 'Small',
      wrap: true,
      spacing: 'Small',
    },
    { type: 'Input.Toggle', id: 'checked', title: 'A manager has checked this return', valueOn: 'yes', valueOff: 'no' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Send the return', style: 'positive', data: { verb: 'sendReturn' } }],
};

/** A decision in the chat, with one button that fails. */
export const decisionCard: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'TextBlock',
      text: 'NBC-2026-0007 · Decide on the threshold',
      weight: 'Bolder',
      size: 'Medium',
      wrap: true,
    },
    {
      type: 'Container',
      style: 'warning',
      items: [
        {
          type: 'TextBlock',
          text: 'Due Tue 8 September 2026 (1 working day left)',
          wrap: true,
          color: 'Warning',
          weight: 'Bolder',
        },
      ],
    },
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: [
            { type: 'TextBlock', text: 'Counted', isSubtle: true },
            { type: 'TextBlock', text: '3 complaints', weight: 'Bolder', color: 'Good' },
          ],
        },
        {
          type: 'Column',
          width: 'stretch',
          items: [
            { type: 'TextBlock', text: 'Not counted', isSubtle: true },
            { type: 'TextBlock', text: '1 complaint', weight: 'Bolder' },
          ],
        },
      ],
    },
    {
      type: 'TextBlock',
      id: 'why',
      isVisible: false,
      text: 'The fourth was made 47 days after the behaviour; the limit is one month.',
      wrap: true,
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Met', style: 'positive', verb: 'decideThreshold', data: { met: true } },
    { type: 'Action.Execute', title: 'Break something', style: 'destructive', verb: 'break', data: {} },
    { type: 'Action.ToggleVisibility', title: 'Why one did not count', targetElements: ['why'] },
    { type: 'Action.OpenUrl', title: 'Open the web form', url: 'http://127.0.0.1/return/abc' },
  ],
};
