/** What documents of a sheet are called. @source 财预〔2020〕10号; 财预〔2019〕136号 */
export const yearEndTerms = {
  ofYear: '年度',
  titles: {
    targets: { department: '部门整体支出绩效目标表', project: '项目支出绩效目标表' },
    monitoring: { department: '部门整体支出绩效运行监控表', project: '项目支出绩效运行监控表' },
    'self-evaluation': { department: '部门整体支出绩效自评表', project: '项目支出绩效自评表' },
  },
} as const;
