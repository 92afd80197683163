/** `npx tsx scripts/headers.ts`: writes `public/_headers` for static hosts from `scripts/vite/policy.ts`. */
import { writeFileSync } from "node:fs";
import { headersFile } from "./vite/policy.ts";

writeFileSync(new URL("../public/_headers", import.meta.url), headersFile());
