import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

/** A bureau's form as a docx: paragraphs of text, then a table of rows of cells. */
export const wordForm = (paragraphs: readonly string[], table: readonly (readonly string[])[] = []): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            ...paragraphs.map(paragraph),
            ...(table.length === 0
              ? []
              : [
                  new Table({
                    rows: table.map(
                      (cells) =>
                        new TableRow({ children: cells.map((cell) => new TableCell({ children: [paragraph(cell)] })) }),
                    ),
                  }),
                ]),
          ],
        },
      ],
    }),
  );
