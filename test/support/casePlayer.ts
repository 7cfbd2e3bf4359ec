import { strFromU8, unzipSync } from 'fflate';
import type { BackstageView, FilesView, Shown } from '../../src/rehearsal/desk/protocol.ts';
import { textOf } from './desk.ts';
import { startRehearsal, type Running } from './rehearsal.ts';

type Values = Record<string, string>;

/** Three incidents, each reported in time: enough in every procedure. */
const INCIDENTS: [string, string, string][] = [
  ['2026-07-20', 'Police', '2026-07-21'],
  ['2026-08-03', 'Registered landlord or housing association', '2026-08-05'],
  ['2026-08-27', 'Police', '2026-08-28'],
];

/** One case of one procedure on the desk, played by its coordinator. */
export class CasePlayer {
  readonly run: Running;
  readonly spoc: string;
  reference = '';
  channel = '';
  constructor(run: Running, spoc: string) {
    this.run = run;
    this.spoc = spoc;
  }

  static async start(procedure: string, spoc: string): Promise<CasePlayer> {
    return new CasePlayer(await startRehearsal({ procedure }), spoc);
  }

  /** Opens the case from the chat. `incidents` leaves out some of the three. */
  async open(reference: string, typed: Values, incidents = 3): Promise<Shown> {
    const { desk } = this.run;
    const { conversation, shown } = await desk.step(this.spoc, /Open a case/);
    let dialog = shown;
    for (let n = 1; n <= incidents; n++) {
      const [happened, to, reported] = INCIDENTS[n - 1] ?? ['', '', ''];
      const last = n === incidents;
      dialog = await desk.submit(
        this.spoc,
        conversation,
        dialog,
        last ? 'Open the case review' : 'Add another incident',
        {
          [`Day incident ${n} happened`]: happened,
          [`Incident ${n}: reported to`]: to,
          [`Incident ${n}: day it was reported`]: reported,
          ...(n === 1 ? typed : {}),
        },
      );
    }
    if (dialog.kind !== 'message') return dialog;
    this.reference = reference;
    this.channel = await this.run.until(
      async () => (await desk.view(this.spoc)).channels.find((it) => it.name === reference)?.id,
      'the channel of the case',
    );
    return dialog;
  }

  /** Does a step of "What now" from its dialog; what the dialog then says, or nothing where it closed. */
  async does(words: RegExp, button: string, typed: Values = {}): Promise<string> {
    const shown = await this.run.desk.doStep(this.spoc, words, button, typed);
    return shown.kind === 'closed' ? '' : textOf(shown.dialog?.card) + (shown.text ?? '');
  }

  /** Opens a dialog as a button of the card would, and sends it. */
  async opens(dialog: Record<string, string>, button: string, typed: Values = {}): Promise<string> {
    const shown = await this.dialog(dialog);
    if (!shown.dialog) return shown.text ?? '';
    const sent = await this.run.desk.submit(this.spoc, await this.place(), shown, button, typed);
    return sent.kind === 'closed' ? '' : textOf(sent.dialog?.card) + (sent.text ?? '');
  }
  /** An agency's own form, as one who answers it for the host opens it in their chat. */
  async opensReturn(person: string, agency: string, kind: string): Promise<{ conversation: string; shown: Shown }> {
    const { desk } = this.run;
    const conversation = await desk.chat(person);
    const asked = { dialog: 'return', kind, agency, caseId: this.reference };
    return { conversation, shown: await desk.dialog(person, conversation, asked) };
  }
  async dialog(dialog: Record<string, string>): Promise<Shown> {
    return this.run.desk.dialog(this.spoc, await this.place(), { ...dialog, caseId: this.reference });
  }
  /** The case's channel; the coordinator's chat once it is archived. */
  private async place(): Promise<string> {
    const { channels } = await this.run.desk.view(this.spoc);
    const here = channels.find((it) => it.id === this.channel);
    return here && !here.archived ? here.id : this.run.desk.chat(this.spoc);
  }

  /** Sends a letter from its step; its draft as it stood. */
  async letter(words: RegExp, typed: Values = {}): Promise<string> {
    const { desk } = this.run;
    const { conversation, shown } = await desk.step(this.spoc, words);
    const { draft, sent } = await desk.sendsLetter(this.spoc, conversation, shown, typed);
    if (sent.kind !== 'closed') throw new Error(`not sent: ${textOf(sent.dialog?.card)}${sent.text ?? ''}`);
    return `${shown.dialog?.title ?? ''}\n${textOf(draft.dialog?.card)}`;
  }

  async nil(person: string, agency: string): Promise<void> {
    const shown = await this.run.desk.press(person, this.channel, agency, 'We hold nothing');
    if (shown.kind !== 'card') throw new Error(`${person} was not heard: ${shown.text ?? ''}`);
  }

  /** Goes straight to a day. */
  async to(day: string): Promise<void> {
    if ((await this.run.desk.view(this.spoc)).today < day) await this.run.desk.move(day, this.spoc);
  }
  /** Goes to a working day over each one before it; what came on the way. */
  async dailyTo(day: string): Promise<string[]> {
    const came: string[] = [];
    while ((await this.run.desk.view(this.spoc)).today < day) {
      const report = await this.run.desk.move('nextWorkingDay', this.spoc);
      came.push(...report.came.map((it) => `${it.on} ${it.words}`));
    }
    return came;
  }

  /** Sets the panel by hand, and goes to its day. */
  async panelOn(day: string, typed: Values = {}): Promise<void> {
    const said = await this.opens({ dialog: 'movePanel' }, 'Set this time', { 'New day': day, ...typed });
    if (said !== '') throw new Error(`no panel: ${said}`);
  }

  /** Runs the meeting to its end. What the start says where the panel is not complete; `regardless` goes on. */
  async meets(
    chair: string,
    here: string[],
    actions: Values[],
    it: { regardless?: string; recommendations?: Values[]; open?: boolean } = {},
  ): Promise<void> {
    const { desk } = this.run;
    await desk.press(chair, this.channel, 'The panel', 'Open the meeting');
    const who = await desk.press(chair, this.channel, 'The meeting', 'Mark who is here');
    await desk.submit(chair, this.channel, who, 'Save who is here', { 'In the meeting': here.join(',') });
    await this.starts(chair, it.regardless);
    await this.runs(chair, actions, it.recommendations);
  }
  /** From the first point of the agenda to the plan. */
  async runs(chair: string, actions: Values[], recommendations: Values[] = []): Promise<void> {
    const { desk } = this.run;
    // Actions are written down in the closed part alone.
    while (!(await desk.sees(chair, this.channel, 'The meeting', 'Add an action')))
      await desk.press(chair, this.channel, 'The meeting', 'Next');
    const told = { 'The victim’s copy': 'true' };
    for (const action of actions) await this.captures(chair, 'Add an action', 'Write it down', { ...told, ...action });
    for (const one of recommendations) await this.captures(chair, 'Recommendation', 'Add it', one);
    while (await desk.sees(chair, this.channel, 'The meeting', 'Next'))
      await desk.press(chair, this.channel, 'The meeting', 'Next');
    const agreed = await desk.press(chair, this.channel, 'The meeting', 'Agree the plan and close the meeting');
    if (!textOf(agreed.card).includes('The plan was agreed'))
      throw new Error(textOf(agreed.card) + (agreed.text ?? ''));
  }
  private async starts(chair: string, regardless: string | undefined): Promise<void> {
    const { desk } = this.run;
    if (regardless === undefined) await desk.press(chair, this.channel, 'The meeting', 'Start the meeting');
    else {
      await desk.press(chair, this.channel, 'The meeting', 'Start all the same', {
        'Why the meeting goes on all the same': regardless,
      });
    }
  }
  private async captures(chair: string, button: string, send: string, typed: Values): Promise<void> {
    const dialog = await this.run.desk.press(chair, this.channel, 'The meeting', button);
    const sent = await this.run.desk.submit(chair, this.channel, dialog, send, typed);
    if (sent.kind !== 'closed') throw new Error(`not written down: ${textOf(sent.dialog?.card)}`);
  }

  /** Waits until a card shows these words to somebody; all its words. */
  shows(as: string, card: string, words: string): Promise<string> {
    return this.run.until(async () => {
      const posted = await this.run.desk.messages(as, this.channel);
      return posted
        .map((it) => textOf(it.privateView ?? it.cards[0]))
        .find((text) => text.includes(card) && text.includes(words));
    }, `a card "${card}" that says "${words}"`);
  }
  /** What the guide holds for the coordinator: words, rule and day. */
  async guide(): Promise<string[]> {
    const { guide } = await this.run.desk.view(this.spoc);
    return guide.map((it) => [it.words, it.rule ?? '-', it.dueOn ?? '-'].join(' | '));
  }
  async clocks(): Promise<BackstageView['clocks']> {
    return (await this.run.desk.backstage(this.reference)).clocks;
  }
  /** `open 2026-09-14`: a clock's standing. */
  async clock(id: string, of?: string): Promise<string> {
    const all = (await this.clocks()).filter((it) => it.id === id && (of === undefined || it.of === of));
    return all.map((it) => [it.status, it.dueOn].filter(Boolean).join(' ')).join(', ');
  }
  /** Waits until a file stands in the case's channel; the words in it. */
  async file(name: string): Promise<string> {
    const { desk } = this.run;
    const where = `${desk.origin}/desk/api/files?as=${this.spoc}&channel=${encodeURIComponent(this.channel)}`;
    const file = await this.run.until(
      async () => ((await (await fetch(where)).json()) as FilesView).files.find((it) => it.name === name),
      `the file ${name}`,
    );
    const bytes = new Uint8Array(await (await fetch(new URL(file.url, desk.origin))).arrayBuffer());
    return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');
  }
  /** The words of the case's card, as the coordinator asks for it in chat: also of a closed case. */
  async card(): Promise<string> {
    const { desk } = this.run;
    const chat = await desk.chat(this.spoc);
    const before = (await desk.messages(this.spoc, chat)).length;
    await desk.say(this.spoc, chat, `case ${this.reference}`);
    return this.run.until(async () => {
      const answer = (await desk.messages(this.spoc, chat)).slice(before).find((it) => it.from.bot && it.cards[0]);
      return answer && textOf(answer.cards[0]);
    }, 'the case in chat');
  }
  /** Waits until nothing waits to go out any more; what could not go out, and why. */
  async stuck(): Promise<string[]> {
    const { desk } = this.run;
    const outbox = await this.run.until(async () => {
      const all = (await desk.backstage(this.reference)).outbox;
      return all.every((it) => !['waiting', 'sending'].includes(it.state)) && all;
    }, 'delivery of all');
    return outbox
      .filter((it) => it.state !== 'done' && it.state !== 'dropped')
      .map((it) => `${it.key}: ${it.state} ${it.error ?? ''}`);
  }
  /** Waits until the channel is archived, or open again. */
  async archived(is: boolean): Promise<void> {
    await this.run.until(
      async () =>
        (await this.run.desk.view(this.spoc)).channels.some((it) => it.id === this.channel && it.archived === is),
      is ? 'the archived channel' : 'the channel opened again',
    );
  }
}
