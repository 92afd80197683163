interface LogEvent {
  readonly type: number;
  readonly params?: { readonly host?: string; readonly hostname?: string };
}

/** The browser answers for itself what is an address, or the machine that it runs on. */
const own = /^(?:[\d.]+|\[.*\]|(?:.*\.)?localhost)$/;

/** Names of hosts that a resolver was asked for, in a net log of Chromium that may not have ended. */
export function namesIn(log: string): string[] {
  const [, table = "{}"] = /"logEventTypes":(\{[^}]*\})/.exec(log) ?? [];
  const types = Object.entries(JSON.parse(table) as Readonly<Record<string, number>>);
  const asked = new Set(
    types.filter(([name]) => /^(?:HOST_RESOLVER|DNS_TRANS)/.test(name)).map(([, type]) => type),
  );
  if (asked.size === 0) throw new Error("unsupported net log: it names no resolver");
  const names = log.split("\n").flatMap((line) => {
    const event = /"host(?:name)?":/.test(line) ? eventIn(line) : null;
    const name = event?.params?.host ?? event?.params?.hostname;
    return event && name !== undefined && asked.has(event.type) ? [plain(name)] : [];
  });
  return [...new Set(names)].filter((name) => !own.test(name));
}

/** The last line may have been written in part, and the first holds the tables. */
function eventIn(line: string): LogEvent | null {
  try {
    return JSON.parse(line.replace(/,\s*$/, "")) as LogEvent;
  } catch {
    return null;
  }
}

/** `https://name:443` and `name.` are `name`. */
function plain(host: string): string {
  return host.replace(/^\w+:\/\/|:\d+$|\.$/g, "");
}
