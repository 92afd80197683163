import { compileNotebook } from "../notebook/compile.ts";
import { fromKit } from "../notebook/kit/index.ts";
import { decodeLink } from "../share/link.ts";
import type { Answer, Jobs, Job, Request } from "./protocol.ts";

/** Does what is asked, in whatever thread it runs. */
export function serveCompiler(answer: (answer: Answer) => void): (request: Request) => void {
  const give = (request: Request): Jobs[Job]["give"] => {
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
      case "kit":
        return fromKit(request.ask.html, { slug: request.ask.slug });
    }
  };
  return (request) => {
    try {
      answer({ kind: "done", give: give(request) });
    } catch (error) {
      answer({ kind: "failed", message: String(error) });
    }
  };
}
