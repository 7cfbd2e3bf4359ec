import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Doc } from './document.ts';

/** A document for a word processor: headings, lists and tables as such, so that a screen reader finds its way. */
export async function toDocx(doc: Doc): Promise<Buffer> {
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${doc.reference} · page ` }),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
  const file = new Document({
    creator: 'Convene',
    title: `${doc.reference}: ${doc.title}`,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 24, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160 } },
        },
      },
    },
    sections: [
      {
        footers: { default: footer },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(doc.title)] }),
          new Paragraph({ children: [run(doc.reference)] }),
          ...doc.blocks.flatMap(drawn),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function drawn(block: Block): (Paragraph | Table)[] {
  if ('heading' in block) return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(block.heading)] })];
  if ('list' in block) return block.list.map((item) => new Paragraph({ bullet: { level: 0 }, children: lines(item) }));
  if ('text' in block) return [new Paragraph({ children: lines(block.text) })];
  const head = new TableRow({ tableHeader: true, children: block.table.head.map((words) => cell(words, true)) });
  const rows = block.table.rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((words) => cell(words)) }),
  );
  return [
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] }),
    new Paragraph({ children: [] }),
  ];
}

const cell = (words: string, bold = false): TableCell =>
  new TableCell({
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [new Paragraph({ spacing: { after: 0 }, children: bold ? [run(words, true)] : lines(words) })],
  });

const lines = (words: string): TextRun[] =>
  words.split('\n').map((line, at) => new TextRun({ text: lawful(line), ...(at > 0 ? { break: 1 } : {}) }));

const run = (words: string, bold = false): TextRun => new TextRun({ text: lawful(words), bold });

/** XML knows no control characters and no half of a character pair. */
const lawful = (words: string): string => words.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, ' ');
