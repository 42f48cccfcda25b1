import { TextRun } from 'docx';
import { runsOf, type Text } from './blocks.js';

/** Text without the signs that no XML can hold. */
export const fitting = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '');

export const wordRuns = (text: Text): TextRun[] =>
  runsOf(text).map(
    (run) =>
      new TextRun({
        text: fitting(run.text),
        ...(run.strong && { bold: true }),
        ...(run.quiet && { style: 'Quiet' }),
      }),
  );
