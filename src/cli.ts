/** The commands of `convene`, one line each. Loaded when called: `play` must not wait for the bot. */
type Command = (args: string[]) => Promise<number>;

const COMMANDS: Record<string, { words: string; run: Command }> = {
  play: {
    words: 'play FILE…             run worked cases; one JSON line a file',
    run: async (args) => (await import('./commands/play.ts')).play(args),
  },
  policy: {
    words: 'policy sheet|lint|diff …   the procedures as data: a sheet to sign, what is wrong, what differs',
    run: async (args) => (await import('./commands/policy.ts')).policy(args),
  },
  explain: {
    words: 'explain CASE CLOCK [--of NAME] [--on DAY]   how a date was reached, day by day',
    run: async (args) => (await import('./commands/explain.ts')).explainClock(args),
  },
  rehearse: {
    words: 'rehearse [--port N] [--folder DIR]   the real bot in a tenant in a box, on this machine alone',
    run: async (args) => (await import('./commands/rehearse.ts')).rehearse(args),
  },
  package: {
    words: 'package --bot-id ID --host NAME [--app-id ID] [--out FILE]   the Teams app package',
    run: async (args) => (await import('./commands/package.ts')).packageApp(args),
  },
  rebuild: {
    words: 'rebuild                write every case anew from its events',
    run: async () => (await import('./commands/store.ts')).rebuildStore(),
  },
  export: {
    words: 'export                 the whole store as JSON lines',
    run: async () => (await import('./commands/store.ts')).exportLines(),
  },
  import: {
    words: 'import FILE            such lines into an empty store',
    run: async (args) => (await import('./commands/store.ts')).importLines(args),
  },
};

const [name, ...args] = process.argv.slice(2);
const command = name === undefined ? undefined : COMMANDS[name];
if (command) {
  process.exitCode = await command.run(args);
} else {
  const list = Object.values(COMMANDS)
    .map((it) => `  convene ${it.words}`)
    .join('\n');
  process.stderr.write(`${name === undefined ? '' : `There is no command "${name}".\n`}Commands:\n${list}\n`);
  process.exitCode = name === undefined || name === 'help' ? 0 : 2;
}
