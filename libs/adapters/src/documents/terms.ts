/** What a writer itself puts on paper, beyond the document it is given. */
export const writerTerms = { draft: '草稿', control: '台账数字' } as const;
