import { type Terms, house } from '#kernel/term.js';
import { eventTerms, explained, tableTerms, under } from '#kernel/term-tables.js';
import { mergeReason } from './domain/enumerations.js';
import { events } from './domain/events.js';
import { help } from './terms.help.js';

/** What a field is called wherever it stands. */
const fieldWords = {
  approvedOn: house('批准日期', 'approved on'),
  brokenOn: house('调阅日期', 'looked at on'),
  by: house('调阅人', 'who looked'),
  duties: house('保管义务', 'duties to keep'),
  ground: house('法律依据', 'legal ground'),
  into: house('并入档案', 'merged into'),
  mergedOn: house('合并日期', 'merged on'),
  person: house('人员', 'person'),
  reason: house('原因', 'reason'),
  recordKind: house('档案种类', 'kind of record'),
  refusedOn: house('驳回日期', 'refused on'),
  requestedOn: house('申请日期', 'asked for on'),
  sealedOn: house('封存日期', 'sealed on'),
  state: house('状态', 'state'),
  unmergedOn: house('拆分日期', 'taken apart on'),
  unsealedOn: house('解除日期', 'unsealed on'),
  until: house('有效至', 'until'),
};

/** The Chinese of every identifier of the line. */
export const terms: Terms = {
  dossiers: house('人员档案', 'records of persons'),
  'dossiers.merge': house('档案合并', 'merger of records'),
  'dossiers.merge.none': house('独立档案', 'stands for itself'),
  'dossiers.merge.merged': house('已合并', 'merged'),
  'dossiers.merge.separate': house('已拆分', 'taken apart'),
  'dossiers.seal': house('身份封存', 'seal on an identity', '刑事诉讼法 第二百八十六条'),
  'dossiers.seal.none': house('未封存', 'open'),
  'dossiers.seal.sealed': house('已封存', 'sealed'),
  'dossiers.seal.unsealed': house('已解除封存', 'unsealed'),
  'dossiers.erasure': house('个人信息销毁', 'erasure of a person'),
  'dossiers.erasure.none': house('未申请', 'not asked for'),
  'dossiers.erasure.requested': house('已申请', 'asked for'),
  'dossiers.erasure.refused': house('已驳回', 'refused'),
  'dossiers.erasure.erased': house('已销毁', 'erased'),
  'dossiers.break-glass': house('紧急调阅', 'look beyond the own office'),
  'dossiers.break-glass.none': house('未调阅', 'never'),
  'dossiers.break-glass.broken': house('已调阅', 'broken'),
  ...eventTerms(events, {
    'dossiers.PersonMerged': ['档案已合并', '合并档案'],
    'dossiers.PersonUnmerged': ['档案已拆分', '拆分档案'],
    'dossiers.IdentitySealed': ['身份已封存', '封存身份', '刑事诉讼法 第二百八十六条'],
    'dossiers.IdentityUnsealed': ['封存已解除', '解除封存', '刑事诉讼法 第二百八十六条'],
    'dossiers.ErasureRequested': ['已申请销毁', '申请销毁', '个人信息保护法 第四十七条'],
    'dossiers.ErasureRefused': ['销毁已驳回', '驳回销毁', '个人信息保护法 第四十七条'],
    'dossiers.ErasureApproved': ['已批准销毁', '批准销毁', '个人信息保护法 第四十七条'],
    'dossiers.GlassBroken': ['已紧急调阅', '紧急调阅'],
  }),
  ...tableTerms(
    { mergeReason },
    {
      mergeReason: {
        name: '合并拆分原因',
        origin: 'house',
        values: {
          'same-number': '证件号码相同',
          'mistyped-number': '证件号码录入错误',
          'new-document': '换领证件',
          'checked-in-person': '当面核实',
          'merged-by-mistake': '误合并',
        },
      },
    },
  ),
  ...explained('dossiers', under('dossiers.field', fieldWords), help),
  'dossiers.merges': house('档案合并台账', 'mergers of records'),
  'dossiers.break-glasses': house('紧急调阅台账', 'looks beyond the own office'),
  'dossiers.merged': house('已合并档案', 'records merged'),
  'dossiers.another-person': house('该记录属于另一人员', 'the record is of another person'),
  'dossiers.merged-into-itself': house('不能并入自身', 'a record is not merged into itself'),
  'dossiers.second-person-needed': house('申请人不得自行批准', 'whoever asked does not approve'),
};
