/** The `meta` of a route whose loader says how the page is called. */
export function pageMeta({ data }: { data?: { pageTitle: string } | undefined }) {
  return [{ title: data?.pageTitle ?? PRODUCT }];
}

/** The name of the product is the same in both languages. */
export const PRODUCT = '大纲 Dagang';
