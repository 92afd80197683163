/** Work on one draft is done one after the other: a change reads and writes, and nothing may come between. */
export function createTurns(): <T>(id: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (id, work) => {
    const result = (last.get(id) ?? Promise.resolve()).then(work);
    last.set(
      id,
      result.catch(() => {}),
    );
    return result;
  };
}
