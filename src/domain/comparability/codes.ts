import type { Language, MissingKind } from "../types.ts";

type Words = Readonly<Record<Language, string>>;

/** Codes of SDMX CL_OBS_STATUS 2.0 (cross-domain code list) that are used here. */
export const observationStatuses = {
  A: { zh: "正常值", en: "normal value" },
  B: { zh: "时间序列中断", en: "time series break" },
  D: { zh: "定义不同", en: "definition differs" },
  E: { zh: "估计值", en: "estimated value" },
  F: { zh: "预测值", en: "forecast value" },
  I: { zh: "插补值", en: "imputed value" },
  K: { zh: "数据已计入另一类", en: "data included in another category" },
  L: { zh: "缺失：数据存在但未采集", en: "missing value; data exist but were not collected" },
  M: { zh: "缺失：数据不可能存在", en: "missing value; data cannot exist" },
  O: { zh: "缺失", en: "missing value" },
  U: { zh: "可靠性低", en: "low reliability" },
  V: { zh: "未经核实", en: "unvalidated value" },
} as const satisfies Readonly<Record<string, Words>>;
export type ObservationStatus = keyof typeof observationStatuses;

/**
 * Eurostat's observation-status flags as they are since 27 January 2025 (s became i, z became m; c
 * became C in a list of its own, for confidentiality, with N and P).
 */
export const observationFlags = {
  b: { zh: "序列中断", en: "break in time series" },
  d: { zh: "定义不同", en: "definition differs" },
  e: { zh: "估计", en: "estimated" },
  f: { zh: "预测", en: "forecast" },
  i: { zh: "由接收机构插补", en: "value imputed by the receiving agency" },
  m: { zh: "缺失，数据不可能存在", en: "missing value, data cannot exist" },
  n: { zh: "不显著", en: "not significant" },
  p: { zh: "初步", en: "provisional" },
  u: { zh: "可靠性低", en: "low reliability" },
} as const satisfies Readonly<Record<string, Words>>;
export type ObservationFlag = keyof typeof observationFlags;

/** What is stated and only not selected is not missing, so it has no status. */
export type MissingStatus = Exclude<MissingKind, "not_selected">;

/**
 * The status of what is missing. Not reported: a whole report is silent, so the figure may exist
 * but was not published to us (O). Not read: only the opening was read (L). Not comparable: there
 * is a value of another definition (D). Planned: a forecast (F).
 */
export const missingStatuses: Readonly<Record<MissingStatus, ObservationStatus>> = {
  not_reported: "O",
  not_read: "L",
  not_comparable: "D",
  planned: "F",
};
