import type { PrintedDocument } from '#application/documents/printed.js';
import { describeWithOffice, printedPages } from '../../../../test/support/office.js';
import { partOf } from '../../../../test/support/office-parts.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { wordDocument } from './word-document.js';

let file: Buffer;
let xml: string;
beforeAll(async () => {
  file = await wordDocument(sampleDocument());
  xml = await partOf(file, 'word/document.xml');
});

it('stands every bound number in a locked control that bears the id of its figure', () => {
  const controls = [...xml.matchAll(/<w:sdt>(.*?)<\/w:sdt>/gs)].map(([, control = '']) => ({
    tag: /<w:tag w:val="([^"]*)"/.exec(control)?.[1],
    lock: /<w:lock w:val="([^"]*)"/.exec(control)?.[1],
    text: [...control.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''),
  }));
  const locked = 'sdtContentLocked';
  expect(controls).toEqual(
    [
      ['received', '227'],
      ['review-rate', '85.71%'],
      ['grade', '优'],
      ['income', '1,008.22'],
      ['score', '5.16'],
      ['target', '270'],
      ['received', '227'],
      ['review-rate', '85.71%'],
      ['grade', '优'],
    ].map(([tag, text]) => ({ tag, lock: locked, text })),
  );
});

it('merges cells down and across as the form does, and repeats its header row', () => {
  expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(6);
  // The first row: a caption and a value over the eight columns beside it.
  expect(/<w:tr>.*?<\/w:tr>/s.exec(xml)?.[0].match(/<w:tc>/g)).toHaveLength(2);
  expect(xml).toContain('<w:gridSpan w:val="8"/>');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
});

it('turns the pages of a wide section', () => {
  expect([...xml.matchAll(/<w:pgSz ([^/]*)\/>/g)].map(([, size]) => size)).toEqual([
    'w:w="11906" w:h="16838" w:orient="portrait"',
    'w:w="16838" w:h="11906" w:orient="landscape"',
  ]);
});

it('has the same bytes whenever it is written, and others when a figure is', async () => {
  expect((await wordDocument(sampleDocument())).equals(file)).toBe(true);
  expect((await wordDocument(sampleDocument('a'.repeat(64)))).equals(file)).toBe(false);
});

it('stops at a placeholder nobody filled in, naming it', async () => {
  const sample = sampleDocument();
  const open: PrintedDocument = {
    ...sample,
    sections: [
      ...sample.sections,
      { name: '附录', orientation: 'portrait', blocks: [{ kind: 'note', text: [{ text: '共{CC-99}人' }] }] },
    ],
  };
  await expect(wordDocument(open)).rejects.toThrow('nothing stands behind {CC-99}');
});

describeWithOffice('writer', 'a Word file as LibreOffice prints it', () => {
  it('has its numbers, page numbers, and 「草稿」 on each page of a draft alone', async () => {
    const [report = '', form = '', ...more] = await printedPages(file, 'docx');
    expect(more).toEqual([]);
    const plain = report.replaceAll(/\s/g, '');
    expect(plain).toContain('2023年我县新接收社区矫正对象227人，按期复查率85.71%，自评等级为优。');
    for (const text of ['1,008.22', '5.16', '≥270', '㛃䶮𠮷', '=1+1']) expect(form).toContain(text);
    expect([report, form].map((page) => page.includes('草稿'))).toEqual([true, true]);
    expect([report, form].map((page) => /—\s*(\d)\s*—\s*$/.exec(page)?.[1])).toEqual(['1', '2']);
    const sealed = await printedPages(await wordDocument(sampleDocument('a'.repeat(64))), 'docx');
    expect(sealed.join('')).toContain('1,008.22');
    expect(sealed.join('')).not.toContain('草稿');
  });
});
