/** `npm start`: from a bare clone to a notebook in the browser. */
import { checkNode, install, run, stop } from "./install.mjs";

checkNode();
const port = readPort(process.env.PORT);
install();
// The build begins with the data.
const { status } = run("npm", ["run", "build"]);
if (status !== 0) stop("构建失败（见上文）", "npm run build failed (see above)");
// Only now is tsx there for certain; in this process, so that one signal ends everything.
const { tsImport } = await import("tsx/esm/api");
const { main } = await tsImport("./serve.ts", import.meta.url);
await main(["--port", String(port)]);

function readPort(text) {
  if (text === undefined || text === "") return 5173;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  return stop(`PORT 无效：${text}`, `invalid PORT: ${text}`);
}
