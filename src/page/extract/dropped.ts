/** Files that were dropped, those in folders too, in the order of their names. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // Entries must be asked for at once: the browser forgets them when the event is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = [...transfer.files];
  if (entries.length === 0 || entries.every(({ isFile }) => isFile)) return files;
  const found = await Promise.all(entries.map(filesIn));
  return inOrder(found.flat());
}

/** What a folder holds that no report is: `.DS_Store`. */
const isHidden = ({ name }: { readonly name: string }): boolean => name.startsWith(".");

export function inOrder(files: readonly File[]): File[] {
  const order = new Intl.Collator("zh-CN", { numeric: true });
  return files.filter((file) => !isHidden(file)).toSorted((a, b) => order.compare(a.name, b.name));
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isHidden(entry)) return [];
  if (entry.isFile)
    return [await new Promise<File>((yes, no) => (entry as FileSystemFileEntry).file(yes, no))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  for (;;) {
    // Each call gives some hundred at most; none means that all were given.
    const some = await new Promise<FileSystemEntry[]>((yes, no) => reader.readEntries(yes, no));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map(filesIn))).flat());
  }
}

/** By their names: what is never a report, and what is one only where no report is open. */
const isJson = ({ name }: File): boolean => /\.(?:jsonl|ndjson|json|jsonld)$/i.test(name);
const isTable = ({ name }: File): boolean => /\.(?:csv|tsv)$/i.test(name);

/** Files apart: reports, and what another extractor says of the one that is open. */
export function sorted(
  files: readonly File[],
  isReportOpen: boolean,
): { readonly reports: readonly File[]; readonly annotations: readonly File[] } {
  const isAnnotation = (file: File): boolean => isJson(file) || (isReportOpen && isTable(file));
  return {
    reports: files.filter((file) => !isAnnotation(file)),
    annotations: files.filter(isAnnotation),
  };
}
