/** Parts of a page that are none of its article; each has words for readers. */
export const furnitureIds = [
  "navigation",
  "frame",
  "crumbs",
  "share",
  "size",
  "tools",
  "neighbours",
  "related",
  "attachments",
  "sitemap",
  "code",
  "editor",
  "cookies",
  "links",
] as const;
export type FurnitureId = (typeof furnitureIds)[number];
