/** The ids of the parts of a paper, so that one part can lead to another. */
export const ids = {
  requirement: (code: string) => `eis-${code}`,
  chapter: (key: string) => `hoofdstuk-${key}`,
  quote: (n: number) => `citaat-${n}`,
  coreValue: (key: string) => `kernwaarde-${key}`,
  source: (key: string) => `bron-${key}`,
  statement: (key: string) => `stelling-${key}`,
  consultation: (key: string) => `consultatie-${key}`,
  reaction: (key: string) => `reactie-${key}`,
};
