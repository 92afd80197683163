import { plain, type DerivedDefinition } from "./definition.ts";

/** Parts of the lists of powers. */
export const powers: readonly DerivedDefinition[] = [
  {
    ...plain,
    id: "power_items_core",
    metric_id: "power_items_core",
    family: "power_items",
    zh: "权责事项（不含公共服务和其他职责）",
    en: "Powers without public services and other duties",
    unit: "项",
    theme: "power_lists",
    counting_object: "item",
    operation: "difference",
    operands: ["power_items_total", "power_items_public_service", "power_items_other_duty"],
  },
];
