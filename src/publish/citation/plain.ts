import { fullTitle, type Work } from "./work.ts";

const months =
  "January February March April May June July August September October November December";

/** 2020-12-10 → 10 December 2020. */
function longDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return [day === "" ? "" : String(Number(day)), months.split(" ")[Number(month) - 1], year]
    .filter(Boolean)
    .join(" ");
}

/** A full stop, where the text does not end in one of its own. */
function stop(text: string): string {
  return /[.。?？!！]$/.test(text) ? text : `${text}.`;
}

/**
 * After GB/T 7714—2015: responsible body, title[type/carrier], (date)[day of citation], address.
 * A chart is a data set on line [DB/OL], a report a report [R] or [R/OL].
 */
function chinese(work: Work): string {
  const { author, title, number, version, issued, accessed, url, kind } = work;
  const carrier = url === null ? "" : "/OL";
  const type = kind === "figure" ? `DB${carrier}` : `R${carrier}`;
  const full = number === null ? title : `${title}：${number}`;
  const date = issued === null ? "" : carrier ? `(${issued})` : issued;
  const day = accessed === null ? "" : `[${accessed}]`;
  return [
    stop(author),
    `${full}[${type}].`,
    version === null ? "" : `版本${version}.`,
    date + day === "" ? "" : `${date}${day}.`,
    url === null ? "" : url,
  ]
    .filter(Boolean)
    .join(" ");
}

function english(work: Work): string {
  const { author, number, version, issued, accessed, url, kind } = work;
  const form = kind === "figure" ? " [Chart]" : number === null ? "" : `, ${number}`;
  const state = version === null ? "" : `, version ${version}`;
  return [
    `${author} (${issued === null ? "n.d." : longDate(issued)}).`,
    stop(`${fullTitle(work)}${form}${state}`),
    url === null ? "" : accessed === null ? url : `Retrieved ${longDate(accessed)}, from ${url}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** One work as a line of text, by the habit of its language. */
export function plainCitation(work: Work): string {
  return work.citedIn === "zh" ? chinese(work) : english(work);
}
