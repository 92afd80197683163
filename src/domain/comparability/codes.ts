import type { Language, MissingKind } from "../types.ts";

type Words = Readonly<Record<Language, string>>;

/**
 * Codes of SDMX CL_OBS_STATUS 2.2 (cross-domain code list) whose definitions fit what is found here.
 * Others seem near and are not: D says that no series breaks, K and the kinds of M are for values
 * that are missing, I for values that the receiver made, E for estimates, F for what the future is
 * thought to bring, V for what nobody has looked at.
 */
export const observationStatuses = {
  B: { zh: "时间序列中断", en: "time series break" },
  O: { zh: "缺失", en: "missing value" },
  U: { zh: "可靠性低", en: "low reliability" },
} as const satisfies Readonly<Record<string, Words>>;
export type ObservationStatus = keyof typeof observationStatuses;

/** What is stated and only not selected is not missing, so it has no status. */
export type MissingStatus = Exclude<MissingKind, "not_selected">;

/**
 * The status of what is missing. Whether a figure exists that a report does not give, or that stands
 * where nobody has read, is not known: O, which leaves the reason open. A value of another
 * definition is not missing, and a plan is no forecast.
 */
export const missingStatuses: Readonly<Record<MissingStatus, ObservationStatus | null>> = {
  not_reported: "O",
  not_read: "O",
  not_comparable: null,
  planned: null,
};
