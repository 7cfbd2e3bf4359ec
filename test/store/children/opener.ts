import { openDatabase } from '../../../src/store/database.ts';

/** Opens the folder, says so, and holds it until its input ends. */
try {
  const store = await openDatabase({ folder: process.argv[2] ?? '' });
  process.stdout.write('open\n');
  process.stdin.resume();
  process.stdin.on('end', () => void store.close());
} catch (error) {
  process.stdout.write(`refused: ${String(error)}\n`);
}
