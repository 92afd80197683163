/**
 * Installs the browsers of the short test of Firefox and WebKit (`test/browser/engines.spec.ts`)
 * where Debian's packages can be had. It never fails: the tests say which browser is missing.
 */
import { aptInstall, isDebianRoot } from "./chromium.mjs";

const packages = ["firefox-esr", "webkit2gtk-driver", "xvfb"];

if (!isDebianRoot() || !aptInstall(...packages))
  console.log(
    `没有安装 ${packages.join("、")}，缺的浏览器跳过 / not installed: ${packages.join(", ")}; tests of a missing browser are skipped`,
  );
