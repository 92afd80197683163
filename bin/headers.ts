/** `npx tsx bin/headers.ts`: writes `public/_headers` for static hosts from `bin/policy.ts`. */
import { writeFileSync } from "node:fs";
import { headersFile } from "./policy.ts";

writeFileSync(new URL("../public/_headers", import.meta.url), headersFile());
