import { type Term, house } from '#kernel/term.js';
import type { TemplateFaultCode } from './template.js';

const ofPlaceholders = {
  'unknown-placeholder': house('没有此占位符', 'unknown placeholder'),
  script: house('占位符只能是名称，不得含有运算或脚本', 'a placeholder is a name, nothing that is worked out'),
  'not-a-name': house('占位符不是有效名称', 'not a name'),
  'broken-placeholder': house('花括号不成对', 'a brace without its other half'),
  'list-not-closed': house('列表未结束', 'list not closed'),
  'list-not-opened': house('列表未开始', 'list not opened'),
  'list-in-list': house('列表之内不得再有列表', 'a list within a list'),
  'not-filled-here': house('此处的占位符不会填写', 'placeholders are not filled here'),
} satisfies Readonly<Record<TemplateFaultCode, Term>>;

/** What is said of a bureau's own form, and of any file from outside. */
export const templateTerms = {
  'template-refused': house('模板不能使用', 'the form cannot be used'),
  'unresolved-placeholder': house('文稿中有占位符没有内容', 'a placeholder that nobody filled'),
  ...ofPlaceholders,
  'not-a-zip': house('不是 Office 文件（docx、xlsx）', 'no zip archive, as office files are'),
  'broken-zip': house('文件已损坏', 'the archive is broken'),
  'zip-bomb': house('解压后过大', 'inflates beyond all bounds'),
  'too-many-parts': house('文件所含部件过多', 'too many parts'),
  encrypted: house('文件已加密', 'encrypted'),
  'not-a-document': house('不是 Word 文件（docx）', 'no Word file'),
  'not-a-workbook': house('不是工作簿（xlsx）', 'no workbook'),
  'broken-xml': house('文件内容已损坏', 'the XML is broken'),
  macro: house('含有宏', 'holds a macro'),
  'embedded-object': house('含有嵌入对象', 'holds an embedded object'),
  'external-link': house('含有外部链接', 'links to the outside'),
  'field-code': house('含有会自动取数或运行的域', 'holds a field that fetches or runs something'),
  'not-a-template': house('是已填写的文件，不是模板', 'filled already'),
  'no-manifest': house('没有依据清单', 'no evidence manifest'),
  'too-costly': house('读取该文件占用的内存或时间超过限度', 'reading it takes more memory or time than a file may'),
  'broken-manifest': house('依据清单已损坏', 'the evidence manifest is broken'),
};

export const templateErrors: Readonly<Record<string, number>> = {
  'template-refused': 422,
  'unresolved-placeholder': 422,
};
