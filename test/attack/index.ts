import { sandboxFamilies } from "./sandbox/index.ts";
import { consent } from "./consent.ts";
import type { Family } from "./family.ts";
import { files } from "./files.ts";
import { links } from "./links.ts";
import { markup } from "./markup.ts";
import { hosts } from "./hosts.ts";
import { layers } from "./layers.ts";
import { messages } from "./messages.ts";
import { options } from "./options.ts";
import { seals } from "./seals.ts";
import { hostileSql, hungrySql } from "./sql.ts";

/** Every family; a new way in is added here first, then closed. */
export const families: readonly Family[] = [
  ...sandboxFamilies,
  hostileSql,
  hungrySql,
  consent,
  messages,
  files,
  links,
  options,
  markup,
  seals,
  hosts,
  layers,
];
