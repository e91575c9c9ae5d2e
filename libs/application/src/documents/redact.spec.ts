import { checkPrinted, runsOf } from './check-printed.js';
import { caption, filled, words } from './forms/cells.js';
import type { PrintedDocument, PrintedFigure } from './printed.js';
import { redactDocument } from './redact.js';

const manual = { kind: 'manual', event: null } as const;
const figure = (id: string, printed: string, value: string | null): PrintedFigure => ({
  ...{ id, printed, value, unit: '', source: manual },
});

const telephone = '13900000000';
const landline = '0737-4220000';
const identity = '430902199001010000';
/** A number as long as a telephone that the log gives. */
const money = figure('money', '13800000000', '13800000000');
const named = figure('named', '吴刚', null);
const said = figure('said', `由张伟审核，电话${telephone}`, null);

const planted: PrintedDocument = {
  ...{ code: 'x', title: '自评报告（联系人：张伟）', issuer: '某县司法局', date: '2022-12-31', seal: null },
  figures: [money, said, named],
  sections: [
    {
      ...{ name: '正文', orientation: 'portrait' },
      blocks: [
        { kind: 'title', text: [{ text: '自评报告（联系人：张伟）' }] },
        { kind: 'heading', level: 1, text: [{ text: '一、李娜局长讲话' }] },
        {
          kind: 'paragraph',
          text: [
            { text: '由欧阳建国经办，身份证号' },
            { text: `${identity}。全年` },
            { text: money.printed, figure: 'money' },
          ],
        },
        { kind: 'paragraph', text: [{ text: '联系电话：' }, { text: '4220000' }] },
        {
          kind: 'note',
          text: [{ text: `填表人：王芳 填报日期：2022年12月31日 联系电话：${landline} 单位负责人签字：` }],
        },
        { kind: 'signature', text: [{ text: '审核人（签字）：赵敏' }] },
      ],
    },
    {
      ...{ name: '自评表', orientation: 'landscape' },
      blocks: [
        {
          kind: 'table',
          table: {
            ...{ widths: [0.25, 0.25, 0.25, 0.25], headerRows: 0 },
            rows: [
              [caption('联系人'), words('周强'), caption('联系电话'), words('4220000')],
              [caption('偏差原因'), words('陈磊同志离岗，阿依古丽补录'), filled(money), filled(said)],
              [caption('填表人'), filled(named), caption('名称'), filled(named)],
            ],
          },
        },
      ],
    },
  ],
};

const wordsOf = ({ title, sections, figures }: PrintedDocument): string =>
  [
    title,
    ...sections.flatMap(({ name, blocks }) => [name, ...blocks.flatMap(runsOf).map(({ text }) => text)]),
    ...figures.map(({ printed }) => printed),
  ].join('\n');

const persons = ['张伟', '李娜', '欧阳建国', '王芳', '赵敏', '周强', '陈磊', '阿依古丽', '吴刚'];

describe('a document for the public', () => {
  const redacted = redactDocument(planted, ['阿依古丽']);

  it('names nobody and gives no number to reach anybody by, wherever they stood', () => {
    expect(persons.filter((name) => wordsOf(planted).includes(name))).toEqual(persons);
    expect(persons.filter((name) => wordsOf(redacted).includes(name))).toEqual([]);
    for (const number of [telephone, landline, identity, '4220000']) expect(wordsOf(redacted)).not.toContain(number);
  });

  it('keeps its figures, and what is nobody: captions, dates, empty places', () => {
    expect(redacted.figures.find(({ id }) => id === 'money')).toEqual(money);
    expect(redacted.figures.find(({ id }) => id === 'said')?.printed).toBe('由××审核，电话×××××');
    const note = redacted.sections[0]?.blocks[4];
    expect(note === undefined ? '' : runsOf(note)[0]?.text).toBe(
      '填表人：×× 填报日期：2022年12月31日 联系电话：××××× 单位负责人签字：',
    );
    expect(() => checkPrinted(redacted)).not.toThrow();
  });

  it('says in how many places', () => {
    const last = redacted.sections.at(-1)?.blocks.at(-1);
    expect(last === undefined ? '' : runsOf(last)[0]?.text).toMatch(/^注：本件已隐去姓名、电话等个人信息1\d处。$/);
  });

  it.each([
    '司法所长培训覆盖率≥75%，由各司法所负责。',
    '提前下达2020年省级基层公检法司转移支付资金(2020)13号',
    '办公室主任负责制；法律援助律师值班补贴45000元。',
    '全年排查矛盾纠纷1631件，其中13800件。',
    '截至2022年12月31日，第27258号记录。',
    '单位负责人签字：　　　　填报日期：',
  ])('leaves alone what speaks of nobody: %s', (text) => {
    const document: PrintedDocument = {
      ...planted,
      ...{
        title: '',
        figures: [],
        sections: [{ name: '正文', orientation: 'portrait', blocks: [{ kind: 'note', text: [{ text }] }] }],
      },
    };
    expect(wordsOf(redactDocument(document))).toContain(text);
  });
});
