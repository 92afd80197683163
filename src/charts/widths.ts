/** The widths that charts are drawn for; CSS scales between them and shows the one that fits. */
export const widths = { wide: 704, narrow: 344 } as const;
export type Variant = keyof typeof widths;
