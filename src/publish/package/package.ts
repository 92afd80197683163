import { languages, type Language } from "../../domain/index.ts";
import type { RelativePaths } from "./address.ts";
import { datapackage } from "./datapackage.ts";
import { footerOf } from "./footer.ts";
import { headOf } from "./head.ts";
import { oembed } from "./oembed.ts";
import { figurePage } from "./page.ts";
import {
  folderOf,
  pathsOf,
  wholeAddress,
  type PackageOptions,
  type PackagePlace,
  type Script,
} from "./place.ts";
import { readme } from "./readme.ts";

/** The files of a package by their path in it. */
export type PackageFiles = Map<string, string | Uint8Array>;

function scriptPath(
  { name }: Script,
  { package: up }: RelativePaths,
  { kind }: PackagePlace,
): string {
  return up + (kind === "alone" ? name : `${kind === "frozen" ? "../" : ""}../${name}`);
}

function pageOf(language: Language, options: PackageOptions): string {
  const { content, place, script, since } = options;
  const paths = pathsOf(language, place);
  return figurePage(content.figures[language], {
    version: content.version,
    since,
    paths,
    head: headOf(language, options),
    footer: footerOf(language, options),
    script: script && scriptPath(script, paths, place),
  });
}

/** The page of a language, its picture, and the offer to hosts. */
function filesOf(language: Language, options: PackageOptions): [string, string | Uint8Array][] {
  const { content, place, pictures } = options;
  const folder = folderOf(language);
  const page: [string, string] = [`${folder}index.html`, pageOf(language, options)];
  const picture = pictures?.[language];
  if (!picture) return [page];
  const offer = oembed(content, language, {
    page: wholeAddress(folder, options) ?? "index.html",
    image: picture.png ? (wholeAddress(`${folder}figure.png`, options) ?? "figure.png") : null,
    picture,
    home: place.home,
  });
  const files: [string, string | Uint8Array][] = [
    page,
    [`${folder}figure.svg`, picture.svg],
    [`${folder}oembed.json`, offer],
  ];
  if (picture.png) files.push([`${folder}figure.png`, picture.png]);
  if (picture.card) files.push([`${folder}card.png`, picture.card]);
  return files;
}

/** All files of one figure's package, in both languages: the same content gives the same bytes. */
export function packageFiles(given: PackageOptions): PackageFiles {
  const isFrozen = given.place.kind === "frozen";
  const options = isFrozen ? { ...given, place: { ...given.place, home: null } } : given;
  const { content, script, place, since } = options;
  const files: PackageFiles = new Map(languages.flatMap((language) => filesOf(language, options)));
  files.set("data.csv", content.csv);
  files.set("datapackage.json", datapackage(content, { home: place.home, since }));
  if (place.kind !== "alone") return files;
  files.set("README.txt", readme(options));
  if (script) files.set(script.name, script.code);
  return files;
}
