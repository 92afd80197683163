import { createHash } from "node:crypto";
import {
  findFolder,
  listPage,
  missingPage,
  type Content,
  type PackageFiles,
} from "../../src/publish/package/index.ts";

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The lists of all figures, and the page that hosts show for what is missing. */
export function listFiles(figures: readonly Content[], home: string | null): PackageFiles {
  const hash = createHash("sha256").update(findFolder).digest("base64");
  const missing =
    home === null
      ? {
          base: "../",
          policy: `${policy}; script-src 'sha256-${hash}'`,
          end: `<script>${findFolder}</script>`,
        }
      : { base: `${home}embed/`, policy };
  return new Map([
    ["embed/index.html", listPage("zh", { figures, base: "", policy })],
    ["embed/en/index.html", listPage("en", { figures, base: "../", policy })],
    ["404.html", missingPage({ figures, ...missing })],
  ]);
}
