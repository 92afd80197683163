import { compileNotebook } from "../../notebook/compile.ts";
import { decodeLink } from "../link/link.ts";
import type { Answer, Jobs, Job, Request } from "./protocol.ts";

/** Does what is asked, in whatever thread it runs. */
export function serveCompiler(answer: (answer: Answer) => void): (request: Request) => void {
  const give = async (request: Request): Promise<Jobs[Job]["give"]> => {
    switch (request.job) {
      case "compile": {
        const { text, slug, skip } = request.ask;
        const onCell = ({ line }: { readonly line: number }) => answer({ kind: "cell", line });
        return compileNotebook(text, { slug, skip: new Set(skip), onCell });
      }
      case "link": {
        const { fragment, origin } = request.ask;
        return decodeLink(fragment, { originOf: () => origin });
      }
      case "kit": {
        // Few ever open such a file, and it takes a parser of HTML.
        answer({ kind: "loading" });
        const { fromKit } = await import("../../notebook/kit/index.ts");
        answer({ kind: "ready" });
        return fromKit(request.ask.html, { slug: request.ask.slug });
      }
    }
  };
  return (request) =>
    void give(request).then(
      (given) => answer({ kind: "done", give: given }),
      (error: unknown) => answer({ kind: "failed", message: String(error) }),
    );
}
